import type { ReportLook, ReportTone } from '../../domain/model/report.ts';
import { themeVariables } from '../svg/chart-inks.ts';
import { SANS_FONTS } from '../svg/chart-svg.ts';
import { DENSITIES, PRINT_TYPE, SHEET } from './page-plan.ts';

const SERIF_FONTS = "'Source Serif 4', 'Source Serif Pro', Georgia, 'Times New Roman', serif";

const COMMON = `
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 400 16px/1.5 var(--sans); font-variant-numeric: tabular-nums; overflow-wrap: break-word; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
h1, h2 { font-family: var(--serif); font-weight: 600; line-height: 1.18; letter-spacing: -0.005em; margin: 0; text-wrap: balance; }
p, ul, ol, dl, figure { margin: 0; padding: 0; }
a { color: var(--link); text-underline-offset: 2px; text-decoration-thickness: 1px; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
svg { display: block; width: 100%; height: auto; font-family: var(--sans); }
.measure { color: var(--muted); font-size: 14px; margin-top: 6px; }
.bullets li { list-style: none; position: relative; padding-left: 20px; margin-bottom: 8px; }
.bullets li::before { content: ''; position: absolute; left: 3px; top: 0.62em; width: 7px; height: 7px; border-radius: 50%; background: var(--accent); }
.bullets h3, .block-heading { font-size: 1em; font-weight: 650; line-height: 1.4; margin: 0 0 8px; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 205px), 1fr)); gap: 14px 24px; }
.figures li { list-style: none; border-top: 3px solid var(--accent); padding-top: 10px; }
.figures strong { display: block; font: 600 28px/1.18 var(--serif); }
.figures span { display: block; margin-top: 4px; font-weight: 560; }
.figures small { display: block; margin-top: 2px; font-size: 13.4px; color: var(--muted); }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 650; padding: 0 0 6px; }
caption span { display: block; font-weight: 400; font-size: 13.4px; color: var(--muted); max-width: 88vw; }
th, td { text-align: left; vertical-align: baseline; padding: 6px 14px 6px 0; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-right: 2px; }
thead th { color: var(--muted); font-weight: 600; font-size: 13.4px; vertical-align: bottom; border-bottom-color: var(--outline); }
tbody th { font-weight: 560; }
.number { text-align: right; }
td.number { white-space: nowrap; }
.gap { color: var(--muted); font-style: italic; }
.more, .foot { color: var(--muted); font-size: 13.4px; }
.more { margin-top: 6px; }
.foot p + p, .foot ul { margin-top: 2px; }
.foot b { font-weight: 600; }
.terms li { display: inline; list-style: none; }
.terms li:not(:last-child)::after { content: ' · '; }
.unseen-caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; padding: 0; }
.definitions dt { font-weight: 650; }
.definitions dd { margin: 0; color: var(--ink); }
.definitions dd.about { color: var(--muted); }
.definitions code { font-family: ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace; font-size: 0.93em; color: var(--ink); }
.logos { display: flex; gap: 28px; align-items: center; }
.logos img { max-height: 44px; max-width: 190px; object-fit: contain; }
.logos:empty { display: none; }
`;

const SCREEN = `
.skip { position: absolute; left: 12px; top: -60px; background: var(--surface); padding: 8px 14px; border-radius: 8px; z-index: 9; }
.skip:focus { top: 12px; }
body > header, body > nav, main > section, body > footer { max-width: 1080px; margin: 0 auto; padding: 0 clamp(18px, 4vw, 44px); }
body > header { padding-top: clamp(40px, 8vw, 92px); padding-bottom: 26px; }
h1 { font-size: clamp(32px, 5vw, 50px); margin: 16px 0 12px; }
h2 { font-size: clamp(23px, 2.9vw, 31px); }
.eyebrow { color: var(--link); font-weight: 650; }
.question { font: 400 20px/1.4 var(--serif); max-width: 44em; }
body > nav { padding-bottom: 44px; }
nav .nav-heading { font-weight: 650; padding: 16px 0 4px; border-top: 1px solid var(--line); }
nav ol { list-style: none; columns: 2 340px; column-gap: 40px; }
nav li { break-inside: avoid; padding: 5px 0; display: grid; grid-template-columns: 2em 1fr; }
nav li > span { color: var(--muted); }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
main > section { background: var(--surface); border-radius: 12px; box-shadow: 0 1px 2px rgb(40 34 20 / 6%), 0 4px 16px rgb(40 34 20 / 5%); padding-top: 34px; padding-bottom: 26px; margin-bottom: 28px; scroll-margin-top: 14px; }
@media (max-width: 1120px) { main > section { border-radius: 0; } }
.blocks { display: grid; gap: 26px 40px; margin: 24px 0 20px; }
.blocks.both { grid-template-columns: minmax(0, 1.9fr) minmax(0, 1fr); }
.column { display: grid; grid-template-columns: minmax(0, 1fr); gap: 26px; align-content: start; min-width: 0; }
.table-scroll { overflow-x: auto; position: relative; font-size: 15px; }
.narrow { display: none; }
@media (max-width: 760px) { .blocks.both { grid-template-columns: minmax(0, 1fr); } }
@media (max-width: 620px) { .wide { display: none; } .narrow { display: block; } }
details { margin-top: 12px; font-size: 15px; }
summary { cursor: pointer; color: var(--link); font-weight: 560; width: fit-content; padding: 2px 4px 2px 0; }
details[open] > :not(summary) { margin-top: 8px; }
details.notes p { white-space: pre-line; max-width: 62em; }
.foot { border-top: 1px solid var(--line); padding-top: 12px; }
.term { position: relative; }
.tip { display: none; position: absolute; left: 0; bottom: calc(100% + 8px); width: min(320px, 76vw); background: var(--ink); color: var(--paper); font-size: 13.4px; line-height: 1.42; padding: 9px 12px; border-radius: 8px; z-index: 5; pointer-events: none; }
@media (min-width: 761px) { .term:hover .tip, .term:focus-visible .tip { display: block; } }
.definitions { display: grid; gap: 18px; margin-top: 20px; }
.definitions > div { scroll-margin-top: 14px; padding: 2px 10px; margin: 0 -10px; border-radius: 8px; }
.definitions > div:target { background: var(--accent-soft); }
body > footer { color: var(--muted); font-size: 13.4px; padding-top: 8px; padding-bottom: 48px; }
.number-of { display: none; }
@media print {
  @page { size: A4 landscape; margin: 12mm; }
  body { background: none; font-size: 11pt; line-height: 1.42; }
  body > nav { break-inside: avoid; padding-bottom: 0; }
  .blocks { margin: 14px 0 12px; gap: 18px 36px; }
  .column { gap: 16px; }
  .table-scroll { font-size: 13.4px; overflow: visible; }
  th, td { padding-top: 3.5px; padding-bottom: 3.5px; }
  .foot { break-inside: avoid; }
  .skip, details, .tip, .narrow { display: none !important; }
  .wide { display: block; }
  main > section { box-shadow: none; max-width: none; padding: 0; margin: 0; break-before: page; }
  body > header, body > nav, body > footer { max-width: none; padding-left: 0; padding-right: 0; }
  .blocks.both { grid-template-columns: minmax(0, 1.9fr) minmax(0, 1fr); }
  svg, tr, li, .definitions > div { break-inside: avoid; }
  svg { max-height: 104mm; }
  h2 { break-after: avoid; }
}
`;

const PRINT = `
@page { size: A4 landscape; margin: 0; }
html { background: #FFFFFF; }
body { background: var(--surface); font-size: ${String(PRINT_TYPE.normal.text)}px; line-height: 1.46; }
.sheet { width: ${String(SHEET.width)}px; display: flex; flex-direction: column; min-height: ${String(SHEET.height)}px; padding: ${String(SHEET.margin)}px; break-after: page; position: relative; }
.sheet:last-child { break-after: auto; }
.sheet h1, .sheet h2 { white-space: pre-wrap; }
.sheet h2 { font-size: 27px; }
${DENSITIES.map((density) => `.${density} .blocks { font-size: ${String(PRINT_TYPE[density].text)}px; line-height: ${String(PRINT_TYPE[density].line)}px; }`).join('\n')}
.large .blocks { margin-top: 30px; }
.large .figures strong { font-size: 40px; }
.large .figures small { font-size: 15px; }
.large .bullets li { padding-left: 26px; margin-bottom: 14px; max-width: 46em; }
.close th, .close td { padding-top: 3px; padding-bottom: 3px; }
.closest th, .closest td { padding-top: 1.5px; padding-bottom: 1.5px; }
.blocks { display: grid; gap: ${String(SHEET.gap)}px; margin-top: 18px; flex: 1 0 auto; align-content: start; }
.blocks.both { grid-template-columns: minmax(0, ${String((1 - SHEET.sideShare) * 100)}fr) minmax(0, ${String(SHEET.sideShare * 100)}fr); }
.column { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; align-content: start; min-width: 0; }
.column > * { break-inside: avoid; }
.foot { line-height: 18px; border-top: 1px solid var(--line); padding-top: 9px; margin-top: 10px; display: grid; grid-template-columns: 1fr auto; column-gap: 30px; align-items: end; }
.foot a { color: inherit; text-decoration: none; }
.number-of { text-align: right; white-space: nowrap; max-width: 320px; overflow: hidden; text-overflow: ellipsis; }
.cover { background: var(--paper); display: grid; grid-template-columns: minmax(0, 1.25fr) minmax(0, 1fr); gap: 64px; height: ${String(SHEET.height)}px; padding: 72px 64px 56px; }
.cover::before { content: ''; position: absolute; inset: 0 auto 0 0; width: 12px; background: var(--accent); }
.cover > div { display: flex; flex-direction: column; min-width: 0; }
.cover h1 { font-size: 46px; margin: 14px 0 18px; }
.cover .eyebrow { color: var(--link); font-weight: 650; }
.cover .question { font: 400 20px/1.4 var(--serif); }
.cover .about { margin-top: auto; color: var(--muted); font-size: 13.4px; line-height: 19px; }
.cover nav { align-self: center; overflow: hidden; max-height: 660px; }
.nav-heading { font-weight: 650; margin-bottom: 6px; }
nav ol { list-style: none; }
nav li { display: grid; grid-template-columns: 1.9em 1fr; padding: 4px 0; font-size: 14px; line-height: 19px; border-top: 1px solid var(--line); }
nav.long li { font-size: 13.4px; padding: 1.5px 0; line-height: 17px; }
nav.long li a { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
nav.longest ol { columns: 2; column-gap: 18px; }
nav li > span { color: var(--muted); }
nav a { color: var(--ink); text-decoration: none; }
@page annex { size: A4 landscape; margin: ${String(SHEET.margin)}px; }
.annex { page: annex; display: block; width: auto; min-height: 0; padding: 0; }
.annex .definitions { columns: 2; column-gap: 40px; font-size: 13.4px; line-height: 18px; margin-top: 18px; }
.annex .definitions > div { break-inside: avoid; margin-bottom: 12px; }
`;

const name = (font: string): string => (/^[\p{L}\p{N} -]{1,40}$/u.test(font) ? `'${font}', ` : '');

/** Colours of a look that are none are replaced by the workbench's own, so that nothing else can enter a style sheet. */
export function safeLook(look: ReportLook): ReportLook {
  const color = (value: string, standing: string): string => (/^#[0-9a-f]{6}$/i.test(value) ? value : standing);
  return { ...look, accent: color(look.accent, '#0F6E78'), ink: color(look.ink, '#1C1E22'), paper: color(look.paper, '#FBF9F5') };
}

/** The whole style sheet: for reading in light or dark, or for sheets of paper. */
export function reportStyles(look: ReportLook, tones: readonly ReportTone[], print: boolean): string {
  const fonts = `--sans: ${name(look.bodyFont)}${SANS_FONTS}; --serif: ${name(look.headingFont)}${SERIF_FONTS};`;
  const light = `:root { color-scheme: ${print ? 'light' : 'light dark'}; ${fonts} ${themeVariables(look, 'light', tones)} }`;
  const dark = print ? '' : `@media screen and (prefers-color-scheme: dark) { :root { ${themeVariables(look, 'dark', tones)} } }`;
  return `${light}\n${dark}${COMMON}${print ? PRINT : SCREEN}`;
}
