import { type Assignable, type AssignableRefusal, unassignable } from '#kernel/assignable.js';
import { sameJson } from '#kernel/json.js';
import { type Outcome, reject } from '#kernel/outcome.js';
import type { FirstDeal, LeadConverted } from './lead.events.js';
import type { Lead } from './lead.state.js';
import { type ConvertedRefusal, refuseConverted } from './refuse-converted.js';

export type ConvertLead = Readonly<{ leadId: string; ownerId: string | null; deal: FirstDeal | null }>;
export type ConvertLeadRefusal = 'LeadNotQualified' | ConvertedRefusal | AssignableRefusal;

/** `owner` is the rep that `ownerId` names, null when it names none. */
export const convertLead = (
  { leadId, ownerId, deal }: ConvertLead,
  lead: Lead,
  owner: Assignable,
): Outcome<LeadConverted, ConvertLeadRefusal> => {
  const { conversion, customerId } = lead;
  if (conversion !== null) {
    const isSame = sameJson({ ownerId, deal }, { ownerId: conversion.ownerId, deal: conversion.deal });
    return isSame ? [] : refuseConverted(lead);
  }
  if (lead.status !== 'qualified') return reject('LeadNotQualified', `Lead ${leadId} is ${lead.status}`);
  return (
    (ownerId === null ? null : unassignable(ownerId, owner)) ?? [
      { type: 'LeadConverted', data: { leadId, customerId, ownerId, deal } },
    ]
  );
};
