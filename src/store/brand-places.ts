import type { ProjectDatabase } from './project-database.ts';

/** A page, profile or other place that a brand owns. */
export interface BrandPlace {
  readonly placeId: number;
  readonly name: string;
  readonly network: string;
}

/** The places that a brand owns (null: that any brand owns), by number. */
export function brandPlaces({ connection }: ProjectDatabase, brandId: number | null): BrandPlace[] {
  return connection.prepare('SELECT c.id AS placeId, c.name AS name, n.code AS network FROM container c JOIN network n ON n.id = c.network_id WHERE c.brand_id IS NOT NULL AND (? IS NULL OR c.brand_id = ?) ORDER BY c.id').all(brandId, brandId) as BrandPlace[];
}
