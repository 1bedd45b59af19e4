import type { Adapter, AdapterFactory, AdapterPayload, ClientMetadata } from 'oidc-provider';

/** Keeps what a provider has to remember, and looks clients up anew each time. */
export function adapterWithClients(
  find: (clientId: string) => ClientMetadata | undefined,
): AdapterFactory {
  return (model) => (model === 'Client' ? { ...memory(), find: async (id) => find(id) } : memory());
}

function memory(): Adapter {
  const payloads = new Map<string, AdapterPayload>();
  return {
    upsert: async (id, payload) => void payloads.set(id, payload),
    find: async (id) => payloads.get(id),
    destroy: async (id) => void payloads.delete(id),
    consume: async () => undefined,
    findByUid: async () => undefined,
    findByUserCode: async () => undefined,
    revokeByGrantId: async () => undefined,
  };
}
