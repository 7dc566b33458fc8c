import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { processes, products, useRepName, useTeamName } from '../api/people.js';

/** Says the name of a group of deals, where groups come as ids of records; any other group is its own name. */
export const useGroupName = (group: string): ((id: string) => string) => {
  const repName = useRepName();
  const teamName = useTeamName();
  const { data: sold } = useQuery({ ...products, enabled: group === 'product' || group === 'model' });
  const { data: known } = useQuery({ ...processes, enabled: group === 'process' });
  return useCallback(
    (id) => {
      switch (group) {
        case 'owner':
          return repName(id);
        case 'team':
          return teamName(id);
        case 'process':
          return known?.find((process) => process.id === id)?.name ?? id;
        case 'product':
          return sold?.find((product) => product.id === id)?.name ?? id;
        case 'model': {
          const [productId = '', modelId = ''] = id.split('/', 2);
          const product = sold?.find((each) => each.id === productId);
          const model = product?.models.find((each) => each.id === modelId);
          return product && model ? `${product.name}, ${model.name}` : id;
        }
        default:
          return id;
      }
    },
    [group, repName, teamName, sold, known],
  );
};
