// Answers the calls about tables: crossed, mapped, grouped, compared by their configurations.
import type { clusteringContract } from '../../shared/contract/clustering.ts';
import type { correspondenceContract } from '../../shared/contract/correspondence.ts';
import type { crosstabContract } from '../../shared/contract/crosstab.ts';
import type { qcaContract } from '../../shared/contract/qca.ts';
import type { Desk } from '../desk.ts';
import type { Handlers } from '../ipc/dispatch.ts';
import { readClusterPassages, readClusters } from '../queries/clustering.ts';
import { readCorrespondence } from '../queries/correspondence.ts';
import { readCrossedPassages, readCrosstab } from '../queries/crosstab.ts';
import { readQca } from '../queries/qca.ts';
import { axisTitlesOf } from './axis-titles.ts';

type Tables = typeof crosstabContract & typeof correspondenceContract & typeof clusteringContract & typeof qcaContract;

export function tablesHandlers(desk: Desk): Pick<Handlers, keyof Tables> {
  return {
    'crosstab.read': ({ setting }) => readCrosstab(desk.project(), setting, axisTitlesOf(desk)),
    'crosstab.passages': ({ crossing, ...keys }) => readCrossedPassages(desk.project(), crossing, axisTitlesOf(desk), keys),
    'correspondence.read': ({ setting }) => readCorrespondence(desk.project(), setting, axisTitlesOf(desk)),
    'clustering.read': ({ setting }) => readClusters(desk.project(), setting, axisTitlesOf(desk)),
    'clustering.passages': ({ setting, keys }) => readClusterPassages(desk.project(), setting, axisTitlesOf(desk), keys),
    'qca.read': ({ setting }) => readQca(desk.project(), setting, axisTitlesOf(desk)),
  };
}
