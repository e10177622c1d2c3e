import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runProgram } from './run-program.ts';
import { shippedPackages } from './shipped-packages.ts';

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly scope?: string;
}

// `npm run sbom`: writes dist/tribuna-VERSION.cdx.json, the packages that ship with their hashes and licences as CycloneDX
// says, made by npm itself from package-lock.json and narrowed to what ships. The same lock gives the same bytes: the time
// is SOURCE_DATE_EPOCH's (the epoch where it is not set), and the serial number comes from the contents.
const { code, output } = await runProgram('npm', ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application']);
if (code !== 0) {
  process.stderr.write(output);
  process.exit(1);
}
const bom = JSON.parse(output.slice(output.indexOf('{'))) as { serialNumber?: string; metadata: { timestamp?: string; component: Component }; components: readonly Component[]; dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[] };
const shipped = new Set(shippedPackages().map(({ name, version }) => `${name}@${version}`));
const components = bom.components.filter(({ name, version }) => shipped.has(`${name}@${version}`)).map((component) => ({ ...component, scope: 'required' }));
const kept = new Set([bom.metadata.component['bom-ref'], ...components.map((component) => component['bom-ref'])]);
const dependencies = bom.dependencies.filter(({ ref }) => kept.has(ref)).map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) }));
const hex = createHash('sha256').update(JSON.stringify({ components, dependencies })).digest('hex');
const serialNumber = `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
const metadata = { ...bom.metadata, timestamp: new Date(Number(process.env['SOURCE_DATE_EPOCH'] ?? 0) * 1000).toISOString(), component: { ...bom.metadata.component, name: 'tribuna' } };
const absent = [...shipped].filter((one) => !components.some(({ name, version }) => `${name}@${version}` === one));
if (absent.length > 0) {
  process.stderr.write(`invalid bill of materials: ${absent.join(', ')} ship and are not in it\n`);
  process.exit(1);
}
mkdirSync(join(ROOT, 'dist'), { recursive: true });
const name = `tribuna-${metadata.component.version}.cdx.json`;
writeFileSync(join(ROOT, 'dist', name), `${JSON.stringify({ ...bom, serialNumber, metadata, components, dependencies }, null, 1)}\n`);
process.stdout.write(`${String(components.length)} packages in dist/${name}\n`);
