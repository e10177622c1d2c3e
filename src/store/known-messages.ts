import type { MessageKind } from '../domain/model/codes.ts';
import type { ProjectDatabase } from './project-database.ts';

/** Tells whether the project holds a message already, by what makes it the same: network, the source's own id, kind. One look-up in an index each. */
export function knownMessages({ connection }: ProjectDatabase): (message: { readonly network: string; readonly nativeId: string; readonly kind: MessageKind }) => boolean {
  const networkId = connection.prepare('SELECT id FROM network WHERE code = ?').pluck();
  const message = connection.prepare('SELECT 1 FROM message WHERE network_id = ? AND native_id = ? AND kind = ?').pluck();
  const networks = new Map<string, number | null>();
  return ({ network, nativeId, kind }) => {
    let id = networks.get(network);
    if (id === undefined) {
      id = (networkId.get(network) as number | undefined) ?? null;
      networks.set(network, id);
    }
    return id !== null && message.get(id, nativeId, kind) !== undefined;
  };
}
