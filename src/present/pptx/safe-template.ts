import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { PackageParts } from './finished-package.ts';
import { TemplateProblem } from './template-problem.ts';

/** What a template may unpack to: far more than any agency's, and little enough for memory. */
const MOST = { bytes: 300 << 20, parts: 5000 } as const;
const RELATION = /<(?:\w+:)?Relationship\b[^>]*(?:\/>|>\s*<\/(?:\w+:)?Relationship>)/gu;
/** Anything but the one word, however it is spelt: a reference in the word would hide it from a search and not from PowerPoint. */
const OUTSIDE = /\bTargetMode\s*=\s*["'](?!Internal["'])/u;
/** A link that somebody follows or not, and that says where it leads: the agency's own, and kept as it made it. */
const FOLLOWED = /\bType\s*=\s*["'][^"']*\/hyperlink["']/u;
const SECURE = /\bTarget\s*=\s*["']https:\/\//u;
const CODE = /(?:^|\/)(?:vbaProject[^/]*\.bin|activeX\/)/iu;

const isKeptLink = (relation: string): boolean => FOLLOWED.test(relation) && SECURE.test(relation);

/** The parts of a template by their declared sizes, each unpacked into no more than it declared. */
function boundedParts(template: Uint8Array): PackageParts {
  const [sum, files] = [{ bytes: 0 }, new Set<string>()];
  let parts: PackageParts;
  try {
    parts = unzipSync(template, {
      filter({ name, originalSize }) {
        sum.bytes += originalSize;
        files.add(name);
        if (sum.bytes > MOST.bytes || files.size > MOST.parts) throw new TemplateProblem('too-large');
        return !name.endsWith('/');
      },
    });
  } catch (error) {
    throw error instanceof TemplateProblem ? error : new TemplateProblem('not-a-presentation', String(error));
  }
  return parts;
}

/** A part without links to these relationships of its own. Throws TemplateProblem `leads-outside` where it shows something by one. */
function withoutLinks(xml: string, ids: readonly string[], name: string): string {
  return ids.reduce((text, id) => {
    if (!/^[\w.-]+$/u.test(id)) throw new TemplateProblem('leads-outside', name);
    const own = id.replaceAll('.', '\\.');
    const without = text
      .replaceAll(new RegExp(`<a:(hlink\\w+)\\b[^>]*\\br:id="${own}"[^>]*/>`, 'gu'), '')
      .replaceAll(new RegExp(`<a:(hlink\\w+)\\b[^>]*\\br:id="${own}"[^>/]*>[\\s\\S]*?</a:\\1>`, 'gu'), '')
      .replaceAll(new RegExp(`(<a:blip\\b[^>]*)\\s+r:link="${own}"`, 'gu'), '$1');
    if (new RegExp(`\\br:\\w+\\s*=\\s*["']${own}["']`, 'u').test(without)) throw new TemplateProblem('leads-outside', name);
    return without;
  }, xml);
}

/**
 * The parts of an agency's template as a client may have them: nothing in them fetches anything from outside the file, so that a
 * deck tells nobody when and where it was opened, and nothing runs. Links of texts and shapes stay where they lead to `https`, others
 * go; a picture that is embedded and linked as well keeps what is embedded.
 * @throws TemplateProblem `not-a-presentation`, `too-large`, `runs-code` for macros and controls, `leads-outside` for a linked picture, film or object.
 */
export function safeTemplateParts(template: Uint8Array): PackageParts {
  const parts = boundedParts(template);
  if (parts['ppt/presentation.xml'] === undefined || parts['[Content_Types].xml'] === undefined) throw new TemplateProblem('not-a-presentation');
  if (Object.keys(parts).some((name) => CODE.test(name)) || /macroEnabled/iu.test(strFromU8(parts['[Content_Types].xml']))) throw new TemplateProblem('runs-code');
  for (const [name, part] of Object.entries(parts)) {
    if (!name.toLowerCase().endsWith('.rels')) continue;
    // in two bytes a letter nothing below would be found
    if (part.includes(0)) throw new TemplateProblem('not-a-presentation', name);
    const relations = strFromU8(part);
    const outside = (relations.match(RELATION) ?? []).filter((relation) => OUTSIDE.test(relation) && !isKeptLink(relation));
    const kept = outside.reduce((text, relation) => text.replace(relation, ''), relations);
    if (OUTSIDE.test(kept.replaceAll(RELATION, (relation) => (isKeptLink(relation) ? '' : relation)))) throw new TemplateProblem('leads-outside', name);
    if (outside.length === 0) continue;
    parts[name] = strToU8(kept);
    const source = name.replace(/_rels\/([^/]*)\.rels$/iu, '$1');
    const shown = parts[source];
    if (shown !== undefined) parts[source] = strToU8(withoutLinks(strFromU8(shown), outside.map((relation) => /\bId\s*=\s*["']([^"']*)["']/u.exec(relation)?.[1] ?? ''), source));
  }
  return parts;
}
