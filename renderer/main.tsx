/** Where the page begins: the bridge, the settings, then the frame. */
// First of all: the schemas that the other modules make depend on it.
import './without-jit.ts';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { BridgeContext } from './bridge/bridge-context.ts';
import { pickBridge } from './bridge/pick-bridge.ts';
import { loadSession } from './bridge/use-session.ts';
import { followSettings, loadSettings } from './bridge/use-settings.ts';
import { parseRoute } from './route.ts';
import { Strip } from './screens/strip/strip.tsx';

const bridge = pickBridge();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

await loadSettings(bridge);
followSettings(bridge);
void loadSession(bridge);
// Which of its windows this is, a page is told once: it does not become the other one.
const shell = parseRoute(location.hash).screen === 'strip' ? bridge.desktop?.strip : undefined;
createRoot(root).render(
  <StrictMode>
    <BridgeContext value={bridge}>{shell === undefined ? <App /> : <Strip shell={shell} />}</BridgeContext>
  </StrictMode>,
);
