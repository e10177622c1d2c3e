import { Copy, FileDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { svgPng } from '../../charts/svg-png.ts';
import { saveBlob, saveText } from '../../state/save-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import type { PageValue, ReportValue } from './report-view.ts';

type Picture = OperationValue<'present.pictures'>['pictures'][number];

interface PicturesProps {
  readonly report: ReportValue;
  readonly page: PageValue;
  readonly pictures: readonly Picture[];
}

/** The charts of a page as pictures of their own: copied, or saved as PNG at twice their size or as SVG. Nothing where a page has no chart. */
export function PagePictures({ report, page, pictures }: PicturesProps) {
  const { t } = useTranslation('present');
  const [said, setSaid] = useState('');
  const titles = new Map(report.tables.map(({ key, title }) => [key, title]));
  const charts = page.blocks.flatMap((block) => {
    const picture = block.kind === 'chart' ? pictures.find(({ chart }) => chart === block.chart.key) : undefined;
    return block.kind === 'chart' && picture !== undefined ? [{ ...picture, title: titles.get(block.chart.table) ?? block.chart.key }] : [];
  });
  if (charts.length === 0) return null;
  const copy = async ({ name, svg }: Picture): Promise<void> => {
    // the promise goes in whole: a browser wants to be asked while the press still counts
    const png = svgPng(svg, report.look.paper).then((blob) => blob ?? Promise.reject(new Error('no picture')));
    try {
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
      setSaid(t('pictures.copied', { name: `${name}.png` }));
    } catch {
      setSaid(t('pictures.failed'));
    }
  };
  const save = async ({ name, svg }: Picture): Promise<void> => {
    const png = await svgPng(svg, report.look.paper);
    if (png !== null) saveBlob(`${name}.png`, png);
    setSaid(png === null ? t('pictures.failed') : t('pictures.saved', { name: `${name}.png` }));
  };
  const saveSvg = ({ name, svg }: Picture): void => {
    saveText(`${name}.svg`, svg, 'image/svg+xml;charset=utf-8');
    setSaid(t('pictures.saved', { name: `${name}.svg` }));
  };
  return (
    <Card headingLevel={3} title={t('pictures.title')} subtitle={t('pictures.subtitle')}>
      <ul className="report-files">
        {charts.map((picture) => (
          <li key={picture.chart}>
            <span>{picture.title}</span>
            <span className="report-edit-ways">
              <Button size="small" className="page-link" icon={<Copy size={14} aria-hidden="true" />} aria-label={t('pictures.of', { action: t('pictures.copy'), chart: picture.title })} onPress={() => void copy(picture)}>{t('pictures.copy')}</Button>
              <Button size="small" className="page-link" icon={<FileDown size={14} aria-hidden="true" />} aria-label={t('pictures.of', { action: t('pictures.png'), chart: picture.title })} onPress={() => void save(picture)}>{t('pictures.png')}</Button>
              <Button size="small" className="page-link" icon={<FileDown size={14} aria-hidden="true" />} aria-label={t('pictures.of', { action: t('pictures.svg'), chart: picture.title })} onPress={() => saveSvg(picture)}>{t('pictures.svg')}</Button>
            </span>
          </li>
        ))}
      </ul>
      <p role="status" className="report-written">{said}</p>
    </Card>
  );
}
