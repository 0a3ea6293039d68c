/** The charts as Mermaid state diagrams, drawn from the machines themselves. */
import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { cadenceChart } from './cadence.ts';
import { incidentChart, type MeetsParams } from './incident.ts';
import { roleChart } from './role.ts';

export interface Drawing {
  readonly name: string;
  /** A `stateDiagram-v2`. */
  readonly mermaid: string;
}

/** All charts. */
export function drawCharts(): readonly Drawing[] {
  return [incidentChart, roleChart, cadenceChart].map((machine) => ({
    name: machine.id,
    mermaid: draw(machine as unknown as AnyStateMachine),
  }));
}

function draw(machine: AnyStateMachine): string {
  return ['stateDiagram-v2', ...body(machine.root, '  '), ...edges(machine.root, '  ')].join('\n');
}

const nameOf = (node: AnyStateNode): string => node.path.join('_');
const childrenOf = (node: AnyStateNode): readonly AnyStateNode[] => Object.values(node.states);

function body(node: AnyStateNode, indent: string): readonly string[] {
  const children = childrenOf(node);
  const initial = node.type === 'compound' ? node.initial.target[0] : undefined;
  return [
    ...(initial ? [`${indent}[*] --> ${nameOf(initial)}`] : []),
    ...children.flatMap((child, index) => [
      ...(node.type === 'parallel' && index > 0 && node.parent ? [`${indent}--`] : []),
      ...(childrenOf(child).length > 0
        ? [`${indent}state "${child.key}" as ${nameOf(child)} {`, ...body(child, `${indent}  `), `${indent}}`]
        : [`${indent}${nameOf(child)} : ${child.key}`]),
    ]),
  ];
}

function edges(node: AnyStateNode, indent: string): readonly string[] {
  const own = [...node.transitions.values()].flat().flatMap((way) => {
    const guard = way.guard as { type?: string; params?: MeetsParams } | undefined;
    const asks = guard?.params?.requirements.join(', ') ?? guard?.type;
    const target = way.target?.[0] ?? node;
    return [`${indent}${nameOf(node)} --> ${nameOf(target)} : ${way.eventType}${asks ? ` [${asks}]` : ''}`];
  });
  return [...own, ...childrenOf(node).flatMap((child) => edges(child, indent))];
}
