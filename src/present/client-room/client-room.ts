import { createHash } from 'node:crypto';
import type { ReportPage } from '../../domain/model/report.ts';
import { htmlReport } from '../html/html-report.ts';
import { escaped } from '../html/escaped.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { RECOMPUTE_SCRIPT } from './recompute-script.ts';
import { commentSubjects, roomPayload, type ClientRoom } from './room-payload.ts';
import { ROOM_STYLES } from './room-styles.ts';
import { ROOM_WORDS } from './room-words.ts';

const HOUR_SECONDS = 3600;

/** The one script of every room: the same text always, so that whoever checked it once has checked it for all. */
const ROOM_SCRIPT = `'use strict';${RECOMPUTE_SCRIPT}${PAGE_SCRIPT}`;

/** Nothing may be loaded, sent or framed; of scripts this one alone runs, named by its digest. */
const ROOM_POLICY = `default-src 'none'; connect-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${createHash('sha256').update(ROOM_SCRIPT).digest('base64')}'`;

function figureList({ report, table, figures }: ClientRoom, page: ReportPage): string {
  const words = ROOM_WORDS[report.language];
  const mine = figures.filter((figure) => figure.page === page.key);
  const note = (text: string): string => `<p class="room-note">${escaped(text)}</p>`;
  if (mine.length === 0) return note(words.noFigures);
  if (typeof table === 'string') return note({ changed: words.noRows, 'too-many': words.tooMany, nobody: words.nobody }[table]);
  const hours = new Intl.NumberFormat(report.language, { maximumFractionDigits: 1 });
  const items = mine.map(({ key, label, written, value, unit }) => `<li data-figure="${escaped(key)}"><p><b>${escaped(label)}</b> <span>${escaped(unit === 'seconds' ? `${written} (${words.hours.replace('{n}', hours.format(value / HOUR_SECONDS))})` : written)} ${escaped(words.printed)};</span> <span class="room-again">${escaped(words.counting)}</span> <button type="button" aria-expanded="false" aria-label="${escaped(`${words.show}: ${label}`)}">${escaped(words.show)}</button></p><div class="room-rows" hidden></div></li>`);
  return `<details><summary>${escaped(words.figures)}</summary>${note(words.tolerance)}${note(words.floor(report.privacy.floor))}<ul class="room-figures">${items.join('')}</ul></details>`;
}

function commentForm(room: ClientRoom, page: ReportPage): string {
  const words = ROOM_WORDS[room.report.language];
  const options = [{ key: '', label: words.wholePage }, ...commentSubjects(room, page)].map(({ key, label }) => `<option value="${escaped(key)}">${escaped(label)}</option>`).join('');
  const [about, text] = [`room-about-${page.key}`, `room-text-${page.key}`].map((id) => escaped(id.replaceAll(/[^\p{L}\p{N}]+/gu, '-')));
  return `<details><summary>${escaped(words.commentsOf)}</summary><ul class="room-comments" data-page="${escaped(page.key)}"></ul><form class="room-comment" data-page="${escaped(page.key)}"><label for="${about ?? ''}">${escaped(words.aboutWhat)}<select id="${about ?? ''}">${options}</select></label><label for="${text ?? ''}">${escaped(words.text)}<textarea id="${text ?? ''}" rows="3" maxlength="2000"></textarea></label><button type="submit">${escaped(words.add)}</button></form></details>`;
}

function sending({ report: { language } }: ClientRoom): string {
  const words = ROOM_WORDS[language];
  return `<section class="room-tools" id="room-send" aria-labelledby="room-send-h" hidden><h2 id="room-send-h">${escaped(words.comments)}</h2><div class="room-send"><p class="room-note">${escaped(words.keep)}</p><p id="room-count" role="status"></p><label for="room-author">${escaped(words.name)}<input id="room-author" type="text" maxlength="100" autocomplete="name"></label><button type="button" id="room-download">${escaped(words.download)}</button><p id="room-status" role="status" class="room-note"></p><label for="room-file">${escaped(words.copy)}<textarea id="room-file" rows="5" readonly></textarea></label></div></section>`;
}

/**
 * A client room: the report as one HTML file in which figures on requests can be counted again from rows that it holds, and
 * where whoever reads may leave comments to be sent back. It loads and sends nothing: by its policy one inline script runs,
 * named by its digest, and no connection can be made. What the script reads stands as text in a template. Without the script
 * the pages read as any report. The same room gives the same text.
 * @throws RangeError `a client room is written of a client's report alone` for an analyst's.
 */
export function clientRoom(room: ClientRoom): string {
  const { report } = room;
  if (report.audience !== 'client') throw new RangeError('a client room is written of a client’s report alone');
  const words = ROOM_WORDS[report.language];
  return htmlReport(report, { additions: {
    policy: ROOM_POLICY, styles: ROOM_STYLES,
    lead: `<div class="room-lead"><p class="room-note">${escaped(words.lead)}</p><p class="room-note room-off">${escaped(words.noScript)}</p></div>`,
    afterPage: (page) => `<div class="room room-tools" hidden>${figureList(room, page)}${commentForm(room, page)}</div>`,
    afterPages: sending(room),
    end: `<template id="room">${escaped(roomPayload(room))}</template><script>${ROOM_SCRIPT}</script>`,
  } });
}
