/** What a plan does with a resource; a state does nothing with any. */
export type Action = 'no-op' | 'create' | 'read' | 'update' | 'replace' | 'delete' | 'forget';

/** How a resource comes to be what it will be. */
export interface Change {
  readonly action: Action;
  /** Whether it was there before and comes under Terraform's management. */
  readonly importing: boolean;
  /** Where it was before a `moved` block. */
  readonly previousAddress?: string;
}

const ACTIONS: Readonly<Record<string, Action>> = {
  'no-op': 'no-op',
  create: 'create',
  read: 'read',
  update: 'update',
  delete: 'delete',
  forget: 'forget',
  'delete,create': 'replace',
  'create,delete': 'replace',
  'create,forget': 'replace',
};

/** The action that a plan's list of actions stands for; `undefined` when it is none that is known. */
export function actionOf(actions: readonly string[]): Action | undefined {
  const list = actions.join();
  return Object.hasOwn(ACTIONS, list) ? ACTIONS[list] : undefined;
}
