import type { HandlerMap } from '../../contract/dispatch.ts';
import { failed, success } from '../../contract/outcome.ts';
import { WAREHOUSE_TABLES } from '../../domain/model/warehouse.ts';
import { WAREHOUSE, warehousePage, warehouseRowCount } from '../../store/warehouse-tables.ts';
import type { AppContext } from '../context.ts';
import { withFailures } from '../failure-of.ts';

const NO_PROJECT = 'no project is open';

/** `warehouse.*`: the open project's tables for other engines. */
export function warehouseHandlers(context: AppContext): Pick<HandlerMap, 'warehouse.tables' | 'warehouse.page'> {
  return {
    'warehouse.tables': () => withFailures(() => {
      const { project } = context;
      if (project === null) return failed('not-found', NO_PROJECT);
      return success({ tables: WAREHOUSE_TABLES.map((name) => ({ name, rows: warehouseRowCount(project, name), columns: WAREHOUSE[name].columns.map((column) => ({ ...column })) })) });
    }),
    'warehouse.page': ({ table, after, size }) => withFailures(() => {
      const { project } = context;
      if (project === null) return failed('not-found', NO_PROJECT);
      const page = warehousePage(project, table, { after, size });
      return success({ columns: page.columns.map((column) => [...column]), after: page.after });
    }),
  };
}
