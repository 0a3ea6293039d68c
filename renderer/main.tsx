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
import { loadSettings } from './bridge/use-settings.ts';

const bridge = pickBridge();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

await loadSettings(bridge);
void loadSession(bridge);
createRoot(root).render(
  <StrictMode>
    <BridgeContext value={bridge}>
      <App />
    </BridgeContext>
  </StrictMode>,
);
