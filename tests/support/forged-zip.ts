import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a forged archive; what is left out is as an honest packer writes it. */
export interface ForgedEntry {
  readonly name: string;
  readonly content: Buffer | string;
  /** Unpacked size that the archive claims. */
  readonly declared?: number;
  readonly isEncrypted?: boolean;
  /** Unix mode, such as that of a link. */
  readonly mode?: number;
}

/** A zip archive that says whatever it is told to, which no honest packer would write; more than 65,535 entries need its longer form. */
export function forgedZip(entries: readonly ForgedEntry[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  const packedOf = new Map<Buffer | string, readonly [bytes: Buffer, packed: Buffer]>();
  for (const { name, content, declared, isEncrypted = false, mode = 0o100644 } of entries) {
    const made = packedOf.get(content) ?? [Buffer.from(content), deflateRawSync(content)];
    packedOf.set(content, made);
    const [bytes, packed] = made;
    const written = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(isEncrypted ? 0x801 : 0x800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(declared ?? bytes.length, 18);
    fields.writeUInt16LE(written.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((mode << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    const piece = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, written, packed]);
    local.push(piece);
    offset += piece.length;
    central.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 3]), fields, rest, written]));
  }
  const directory = Buffer.concat(central);
  const isLong = entries.length > 0xfffe;
  const long = Buffer.alloc(isLong ? 76 : 0);
  if (isLong) {
    long.write('PK\u0006\u0006', 'latin1');
    long.writeBigUInt64LE(44n, 4);
    long.writeBigUInt64LE(BigInt(entries.length), 24);
    long.writeBigUInt64LE(BigInt(entries.length), 32);
    long.writeBigUInt64LE(BigInt(directory.length), 40);
    long.writeBigUInt64LE(BigInt(offset), 48);
    long.write('PK\u0006\u0007', 56, 'latin1');
    long.writeBigUInt64LE(BigInt(offset + directory.length), 64);
    long.writeUInt32LE(1, 72);
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(isLong ? 0xffff : entries.length, 8);
  end.writeUInt16LE(isLong ? 0xffff : entries.length, 10);
  end.writeUInt32LE(isLong ? 0xffffffff : directory.length, 12);
  end.writeUInt32LE(isLong ? 0xffffffff : offset, 16);
  return Buffer.concat([...local, directory, long, end]);
}
