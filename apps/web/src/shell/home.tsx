import { Navigate, useParams } from '@tanstack/react-router';
import { useOwn } from '../shared/own-search.js';
import { Loading } from '../shared/states.js';

/** Where a visit begins: the board, with one's own deals first. */
export const Home = () => {
  const own = useOwn();
  return own === null ? <Loading /> : <Navigate to="/pipeline" search={own} replace />;
};

/** The address of a deal by itself: its panel lies over the board. */
export const DealHome = () => {
  const { dealId } = useParams({ from: '/deals/$dealId' });
  const own = useOwn();
  return own === null ? <Loading /> : <Navigate to="/pipeline" search={{ ...own, deal: dealId }} replace />;
};
