import type { HandlerMap } from '../../contract/dispatch.ts';
import { failed, success } from '../../contract/outcome.ts';
import type { AppContext } from '../context.ts';
import { withFailures } from '../failure-of.ts';
import { builtOn } from './built-on.ts';
import { diagnosticsText, runtimeVersions } from './diagnostics.ts';
import { shippedLicences, type ShippedLicences } from './shipped-licences.ts';

/** What this program is, what it is made of, and what helps to understand a fault. */
export function supportHandlers(context: AppContext): Pick<HandlerMap, 'support.about' | 'support.licences' | 'support.licenceText' | 'support.diagnostics'> {
  let kept: ShippedLicences | null = null;
  const licences = (): ShippedLicences => (kept ??= shippedLicences(context.resourcesFolder));
  return {
    'support.about': () => success({ version: context.version, builtOn: builtOn(), host: context.host, runtimes: [...runtimeVersions()] }),
    'support.licences': ({ page, size }) => withFailures(() => {
      const { packages } = licences();
      return success({ total: packages.length, packages: packages.slice(page * size, (page + 1) * size).map(({ name, version, licence, text }) => ({ name, version, licence, hasText: text !== null })) });
    }),
    'support.licenceText': ({ name, version }) => withFailures(() => {
      const { packages, texts } = licences();
      const found = packages.find((one) => one.name === name && one.version === version);
      if (found === undefined) return failed('not-found', 'no package of this name and version ships with the program');
      return success({ text: found.text === null ? null : (texts[found.text] ?? null) });
    }),
    'support.diagnostics': () => withFailures(() => success({ fileName: `tribuna-diagnostics-${new Date(context.now()).toISOString().slice(0, 10)}.txt`, text: diagnosticsText(context) })),
  };
}
