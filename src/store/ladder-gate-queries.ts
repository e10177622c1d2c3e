import type { ProjectDatabase } from './project-database.ts';

/** Places in which a brand's own voices begin conversations, and how many of them are assigned to it. */
export interface OwnedPlaces {
  readonly places: number;
  readonly assigned: number;
}

/**
 * Places where voices of a brand (null: of any) wrote at least one first message, with how many belong to that brand in the
 * project. One pass over the messages of its voices.
 */
export function ownedPlaces({ connection }: ProjectDatabase, brandId: number | null): OwnedPlaces {
  return connection.prepare(`SELECT count(*) AS places, COALESCE(sum(c.brand_id IS NOT NULL AND (@brand IS NULL OR c.brand_id = @brand)), 0) AS assigned FROM container c WHERE c.id IN (
      SELECT DISTINCT m.container_id FROM account_role v JOIN message m ON m.account_id = v.account_id
      WHERE v.role = 'voice' AND v.brand_id IS NOT NULL AND (@brand IS NULL OR v.brand_id = @brand) AND m.container_id IS NOT NULL AND COALESCE(m.root_id, m.id) = m.id AND m.parent_native_id IS NULL)`).get({ brand: brandId }) as OwnedPlaces;
}
