import { strFromU8, strToU8 } from 'fflate';
import { editPart, relationsOf, type PackageParts } from './finished-package.ts';
import { xmlText } from './xml-text.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPACES = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
const MASTER = 'ppt/notesMasters/notesMaster1.xml';
const MASTER_THEME = 'ppt/theme/themeOfNotes.xml';
const TYPES = 'application/vnd.openxmlformats-officedocument';

const relationship = (id: string, kind: string, target: string): string => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
const relationships = (inner: string): Uint8Array => strToU8(`${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`);

function freeId(relations: string): string {
  let number = 1;
  while (relations.includes(`"rId${number}"`)) number += 1;
  return `rId${number}`;
}

function withType(parts: PackageParts, name: string, type: string): void {
  editPart(parts, '[Content_Types].xml', (xml) => (xml.includes(`PartName="/${name}"`) ? xml : xml.replace('</Types>', `<Override PartName="/${name}" ContentType="${TYPES}.${type}+xml"/></Types>`)));
}

/** Gives a package a master of notes where it has none, from another package that does. */
function setMaster(parts: PackageParts, source: PackageParts): void {
  if (parts[MASTER] !== undefined) return;
  parts[MASTER] = source[MASTER] ?? new Uint8Array();
  parts[MASTER_THEME] = source['ppt/theme/theme1.xml'] ?? new Uint8Array();
  parts[relationsOf(MASTER)] = relationships(relationship('rId1', 'theme', '../theme/themeOfNotes.xml'));
  withType(parts, MASTER, 'presentationml.notesMaster');
  withType(parts, MASTER_THEME, 'theme');
  const name = 'ppt/_rels/presentation.xml.rels';
  const id = freeId(strFromU8(parts[name] ?? new Uint8Array()));
  editPart(parts, name, (xml) => xml.replace('</Relationships>', `${relationship(id, 'notesMaster', 'notesMasters/notesMaster1.xml')}</Relationships>`));
  editPart(parts, 'ppt/presentation.xml', (xml) => xml.replace('</p:sldMasterIdLst>', `</p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="${id}"/></p:notesMasterIdLst>`));
}

function notesXml(text: string, language: string): string {
  const paragraphs = text.split('\n').map((line) => (line === '' ? `<a:p><a:endParaRPr lang="${language}"/></a:p>` : `<a:p><a:r><a:rPr lang="${language}" dirty="0"/><a:t>${xmlText(line)}</a:t></a:r></a:p>`));
  return `${HEAD}<p:notes ${SPACES}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/><p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp><p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs.join('')}</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`;
}

/**
 * A package whose slides have these notes instead of any they had. A package without a master of notes takes that of `source`,
 * which must hold one.
 */
export function withNotes(parts: PackageParts, slides: readonly { readonly part: string; readonly text: string }[], source: PackageParts, language: string): PackageParts {
  const noted = { ...parts };
  setMaster(noted, source);
  slides.forEach(({ part, text }, place) => {
    const name = `ppt/notesSlides/notesSlide${place + 1}.xml`;
    const slide = part.slice(part.lastIndexOf('/') + 1);
    noted[name] = strToU8(notesXml(text, language));
    noted[relationsOf(name)] = relationships(relationship('rId1', 'notesMaster', '../notesMasters/notesMaster1.xml') + relationship('rId2', 'slide', `../slides/${slide}`));
    withType(noted, name, 'presentationml.notesSlide');
    editPart(noted, relationsOf(part), (xml) => {
      const without = xml.replaceAll(/<Relationship [^>]*\/notesSlide"[^>]*\/>/gu, '');
      return without.replace('</Relationships>', `${relationship(freeId(without), 'notesSlide', `../notesSlides/notesSlide${place + 1}.xml`)}</Relationships>`);
    });
  });
  return noted;
}
