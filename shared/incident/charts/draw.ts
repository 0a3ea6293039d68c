/** The charts as Mermaid state diagrams, drawn from the machines themselves. */
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { incidentChart } from './incident.ts';
import type { MeetsParams } from './meets.ts';
import { smallCharts } from './small-charts.ts';

export interface Drawing {
  readonly name: string;
  /** A `stateDiagram-v2`. */
  readonly mermaid: string;
}

/** All charts; regions that run side by side are drawn one by one. */
export function drawCharts(): readonly Drawing[] {
  return [incidentChart, ...Object.values(smallCharts)].flatMap((machine) => {
    const { root } = machine as unknown as AnyStateMachine;
    if (root.type !== 'parallel') return [{ name: root.key, mermaid: draw(root) }];
    return childrenOf(root).map((region) => ({ name: `${root.key}: ${region.key}`, mermaid: draw(region) }));
  });
}

function draw(node: AnyStateNode): string {
  return ['stateDiagram-v2', ...body(node, '  '), ...edges(node, '  ')].join('\n');
}

const nameOf = (node: AnyStateNode): string => node.path.join('_');
const childrenOf = (node: AnyStateNode): readonly AnyStateNode[] => Object.values(node.states);

function body(node: AnyStateNode, indent: string): readonly string[] {
  const initial = node.type === 'compound' ? node.initial.target[0] : undefined;
  return [
    ...(initial ? [`${indent}[*] --> ${nameOf(initial)}`] : []),
    ...childrenOf(node).flatMap((child) =>
      childrenOf(child).length > 0
        ? [`${indent}state "${child.key}" as ${nameOf(child)} {`, ...body(child, `${indent}  `), `${indent}}`]
        : [`${indent}${nameOf(child)} : ${child.key}`],
    ),
  ];
}

function edges(node: AnyStateNode, indent: string): readonly string[] {
  const own = [...node.transitions.values()].flat().map((way) => {
    const asks = asked(way.guard as DrawnGuard | undefined);
    const target = way.target?.[0] ?? node;
    return `${indent}${nameOf(node)} --> ${nameOf(target)} : ${way.eventType}${asks ? ` [${asks}]` : ''}`;
  });
  return [...own, ...childrenOf(node).flatMap((child) => edges(child, indent))];
}

/** A guard as it is drawn; several that must hold together hold `guards`. */
interface DrawnGuard {
  readonly type?: string;
  readonly params?: MeetsParams;
  readonly guards?: readonly DrawnGuard[];
}

function asked(guard: DrawnGuard | undefined): string | undefined {
  if (guard?.guards) return guard.guards.map(asked).join(', ');
  return guard?.params?.requirements?.join(', ') ?? guard?.type;
}
