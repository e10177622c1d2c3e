import { escaped } from './html.ts';
import { coverageSection, listeningSection, methodSection, tribesSection, type SummaryFigures } from './sections.ts';
import { countWords, dayWords } from './words.ts';

const STYLE = `
:root{color-scheme:light dark;--paper:#FBF9F5;--surface:#FFFFFF;--ink:#1C1E22;--muted:#63676F;--line:#E4DFD6;--accent:#0F6E78}
@media(prefers-color-scheme:dark){:root{--paper:#15171B;--surface:#1D2025;--ink:#ECE9E2;--muted:#A3A7AF;--line:#30343B;--accent:#4FB3BD}}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.45 Inter,system-ui,sans-serif;font-variant-numeric:tabular-nums}
main{max-width:880px;margin:0 auto;padding:48px 24px 64px}
h1,h2{font-family:"Source Serif 4",Georgia,serif;line-height:1.15;font-weight:600}
h1{font-size:34px;margin:0 0 8px}h2{font-size:26px;margin:0 0 8px}
section{background:var(--surface);border-radius:8px;box-shadow:0 1px 3px #0000001a;padding:28px 32px;margin-top:28px;overflow-x:auto;break-inside:avoid}
.measure,.lead{color:var(--muted);margin:0 0 16px}.lead{font-size:16px}.measure{font-size:14px}
dl{display:flex;flex-wrap:wrap;gap:16px 40px;margin:24px 0 0}dt{font-size:13px;color:var(--muted)}dd{margin:0;font-size:26px;font-family:"Source Serif 4",Georgia,serif}
table{border-collapse:collapse;width:100%;font-size:14px}th,td{text-align:left;padding:8px 12px 8px 0;border-bottom:1px solid var(--line);vertical-align:top}
thead th{color:var(--muted);font-weight:500;font-size:13px}tbody th{font-weight:600}
svg{width:100%;height:auto;margin:4px 0 16px}svg text{font:13px Inter,system-ui,sans-serif}svg .axis{fill:var(--muted);font-size:12px}svg .rule{stroke:var(--line)}
footer{color:var(--muted);font-size:13px;margin-top:28px}`;

/**
 * The client's summary as one HTML file without scripts or outside files, in Italian: what was read, who waits, who gives
 * and receives, and what the data do not see. Holds no texts and no people's names.
 */
export function summaryPage(figures: SummaryFigures, version: string): string {
  const { project, overview } = figures;
  const facts = [
    ['messaggi', countWords(overview.messages)],
    ['profili', countWords(overview.accounts)],
    ['reti', overview.networks.join(', ')],
    ['periodo', `${dayWords(overview.windowStartMs, project.timeZone)} – ${dayWords(overview.windowEndMs, project.timeZone)}`],
  ];
  return `<!doctype html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(project.name)} · Tribuna</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(project.name)}</h1>
<p class="lead">Che cosa dicono i dati di chi scrive${overview.brand === null ? '' : ` a ${escaped(overview.brand)}`}, e che cosa non possono dire.</p>
<dl>${facts.map(([name, value]) => `<div><dt>${escaped(name ?? '')}</dt><dd>${escaped(value ?? '')}</dd></div>`).join('')}</dl>
<section>${listeningSection(figures)}</section>
<section>${tribesSection(figures)}</section>
<section>${coverageSection(figures)}</section>
<section>${methodSection(figures)}</section>
<footer>Tribuna ${escaped(version)}. Senza testi e senza nomi di persone; i gruppi sotto le dieci persone non sono mostrati.</footer>
</main>
</body>
</html>
`;
}
