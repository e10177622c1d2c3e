import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../../src/renderer/i18n/catalogue.ts';
import { FailureNotice } from '../../../../src/renderer/ui/FailureNotice.tsx';
import { Measure } from '../../../../src/renderer/ui/Measure.tsx';

const rendered = (node: React.ReactNode): string => renderToStaticMarkup(<I18nextProvider i18n={createTranslator('it')}>{node}</I18nextProvider>);

describe('a figure', () => {
  it('stands with its interval, its cases, its definition and its messages', () => {
    const html = rendered(<Measure label="Risposte entro 24 ore" value="31 su 100" interval="tra 27 e 35" n="412" onDefinition={() => undefined} onOpen={() => undefined} />);
    expect(html).toContain('tra 27 e 35');
    expect(html).toContain('412 casi');
    expect(html).toContain('aria-label="Definizione: Risposte entro 24 ore"');
    expect(html).toContain('aria-label="Risposte entro 24 ore, 31 su 100: apri i messaggi"');
  });

  it('says too few in place of a number', () => {
    const html = rendered(<Measure label="Risposte" value="troppo pochi (12)" tooFew />);
    expect(html).toContain('measure-few');
    expect(html).not.toContain('<button');
  });
});

describe('a failure', () => {
  it('says what, where and what to do', () => {
    const html = rendered(<FailureNotice failure={{ code: 'locked-project', message: 'locked project: aurora.tribuna' }} where="aurora.tribuna" />);
    expect(html).toContain('Il progetto è aperto altrove: aurora.tribuna');
    expect(html).toContain('Chiudere l’altra finestra');
    expect(html).toContain('role="alert"');
  });
});
