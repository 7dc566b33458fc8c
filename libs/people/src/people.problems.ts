import type { ProblemMap } from '#http/problem.js';
import type { RepRefusal, TeamRefusal } from './people.contract.js';

export const teamProblems: ProblemMap<TeamRefusal> = {
  TeamAlreadyExists: { status: 409, title: 'The team exists already' },
  ParentTeamUnknown: { status: 409, title: 'There is no such parent team' },
  TeamBelowItself: { status: 409, title: 'A team is not below itself' },
  ParentTeamChangedLater: { status: 409, title: 'The teams above changed later' },
};

export const repProblems: ProblemMap<RepRefusal> = {
  RepAlreadyExists: { status: 409, title: 'The rep exists already' },
  RepIdReserved: { status: 409, title: 'The id is not for reps' },
  TeamUnknown: { status: 409, title: 'There is no such team' },
  RepDeparted: { status: 409, title: 'The rep has left' },
  TokenAlreadyExists: { status: 409, title: 'The token exists already' },
  TokenUnknown: { status: 404, title: 'There is no such token' },
  RepAlreadyDeparted: { status: 409, title: 'The rep has left already' },
  SuccessorMissing: { status: 409, title: 'A departure names successors' },
  SuccessorIsLeaver: { status: 409, title: 'Nobody succeeds themselves' },
  SuccessorRepeated: { status: 409, title: 'A successor is named twice' },
  SuccessorShareNotPositive: { status: 409, title: 'A share is above 0' },
  RepUnknown: { status: 409, title: 'There is no such rep' },
  DepartureUnknown: { status: 409, title: 'There is no such departure' },
};
