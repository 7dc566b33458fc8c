import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, given, SOME_TIME } from '#testing/given.js';
import { captureLead } from './capture-lead.js';
import { completeLeadConversion } from './complete-lead-conversion.js';
import { convertLead } from './convert-lead.js';
import { disqualifyLead } from './disqualify-lead.js';
import type { FirstDeal, LeadCaptured, LeadEvent } from './lead.events.js';
import { type Lead, leadDecider } from './lead.state.js';
import { qualifyLead } from './qualify-lead.js';

const LATER = '2017-03-01T00:00:00.000Z';
const of = { leadId: 'l1', customerId: 'c1' };
const lea = { name: 'Lea', company: 'Lead Ltd', email: 'lea@example.com', phone: null, source: 'fair' };
const data: LeadCaptured['data'] = { ...of, ...lea, ownerId: null };
const ada = { departure: null };
const leaver = { departure: { on: '2017-01-31' } };
const deal: FirstDeal = {
  ...{ dealId: 'd1', processId: 'direct', name: 'Fifty seats', amount: { amount: 5, currency: 'USD' } },
  expectedCloseOn: null,
};

const captured: LeadEvent = { type: 'LeadCaptured', data };
const qualified: LeadEvent = { type: 'LeadQualified', data: { ...of, note: 'They have money' } };
const disqualified: LeadEvent = { type: 'LeadDisqualified', data: { ...of, reason: 'No money' } };
const converted: LeadEvent = { type: 'LeadConverted', data: { ...of, ownerId: 'ada', deal } };
const completed: LeadEvent = { type: 'LeadConversionCompleted', data: of };
const state: Lead = {
  ...data,
  ...{ capturedFor: null, status: 'new', since: SOME_TIME, disqualifiedReason: null, conversion: null },
};
const lead = given(leadDecider);

describe('Capturing a lead', () => {
  it('makes a new one', () => {
    lead().when(captureLead, data, null).then(captured);
    lead(captured).thenState(state);
  });
  it('changes nothing when it is repeated, whatever has become of the lead', () => {
    lead(captured, qualified, converted).when(captureLead, data, null).thenNothing();
  });
  it('refuses another lead with the same id', () => {
    lead(captured)
      .when(captureLead, { ...data, name: 'Leo' }, null)
      .thenRejected('LeadAlreadyExists');
  });
  it('gives it to reps who are here', () => {
    const owned = { ...data, ownerId: 'ada' };
    lead().when(captureLead, owned, ada).then({ type: 'LeadCaptured', data: owned });
    lead().when(captureLead, owned, leaver).thenRejected('RepDeparted');
    lead().when(captureLead, owned, null).thenRejected('RepUnknown');
  });
});

describe('Judging a lead', () => {
  it('qualifies it once', () => {
    lead(captured).when(qualifyLead, { leadId: 'l1', note: 'They have money' }).then(qualified);
    lead(captured, qualified).when(qualifyLead, { leadId: 'l1', note: 'Again' }).thenNothing();
  });
  it('disqualifies it once, qualified or not', () => {
    const command = { leadId: 'l1', reason: 'No money' };
    lead(captured).when(disqualifyLead, command).then(disqualified);
    lead(captured, qualified).when(disqualifyLead, command).then(disqualified);
    lead(captured, disqualified).when(disqualifyLead, command).thenNothing();
  });
  it('may find worth in it after all', () => {
    lead(captured, disqualified).when(qualifyLead, { leadId: 'l1', note: 'They have money' }).then(qualified);
    lead(captured, disqualified, at(LATER, qualified)).thenState({ ...state, status: 'qualified', since: LATER });
  });
  it('ends with its conversion', () => {
    const done = lead(captured, qualified, converted);
    done.when(qualifyLead, { leadId: 'l1', note: null }).thenRejected('LeadAlreadyConverted');
    done.when(disqualifyLead, { leadId: 'l1', reason: 'X' }).thenRejected('LeadAlreadyConverted');
  });
});

describe('Converting a lead', () => {
  const command = { leadId: 'l1', ownerId: 'ada', deal };

  it('takes a qualified one', () => {
    lead(captured, qualified).when(convertLead, command, ada).then(converted);
    lead(captured).when(convertLead, command, ada).thenRejected('LeadNotQualified', 'Lead l1 is new');
    lead(captured, qualified, disqualified).when(convertLead, command, ada).thenRejected('LeadNotQualified');
  });
  it('changes nothing when it is repeated, and is done in one way only', () => {
    lead(captured, qualified, converted).when(convertLead, command, ada).thenNothing();
    lead(captured, qualified, converted, completed).when(convertLead, command, ada).thenNothing();
    lead(captured, qualified, converted)
      .when(convertLead, { ...command, deal: null }, ada)
      .thenRejected('LeadAlreadyConverted');
  });
  it('gives the customer to reps who are here', () => {
    lead(captured, qualified).when(convertLead, command, leaver).thenRejected('RepDeparted');
  });
  it('is completed once', () => {
    lead(captured, qualified, converted).when(completeLeadConversion, { leadId: 'l1' }).then(completed);
    lead(captured, qualified, converted, completed).when(completeLeadConversion, { leadId: 'l1' }).thenNothing();
    lead(captured, qualified).when(completeLeadConversion, { leadId: 'l1' }).thenRejected('LeadNotConverted');
    lead(captured, qualified, at(LATER, converted), completed).thenState({
      ...{ ...state, status: 'converted', since: LATER, ownerId: 'ada' },
      conversion: { ownerId: 'ada', deal, completed: true },
    });
  });
});

describe('Any commands in any order', () => {
  it('convert a lead at most once, and only after it was qualified', () => {
    const commands = {
      qualify: (before: Lead) => qualifyLead({ leadId: 'l1', note: null }, before),
      disqualify: (before: Lead) => disqualifyLead({ leadId: 'l1', reason: 'X' }, before),
      convert: (before: Lead) => convertLead({ leadId: 'l1', ownerId: null, deal: null }, before, null),
      complete: (before: Lead) => completeLeadConversion({ leadId: 'l1' }, before),
    };
    const names = fc.constantFrom(...(Object.keys(commands) as (keyof typeof commands)[]));
    fc.assert(
      fc.property(fc.array(names, { maxLength: 12 }), (order) => {
        let now: Lead = state;
        const facts: LeadEvent[] = [];
        for (const name of order) {
          const outcome = commands[name](now);
          if ('rejected' in outcome) continue;
          for (const event of outcome) {
            facts.push(event);
            now = leadDecider.evolve(now, event, LATER) ?? now;
          }
        }
        const types = facts.map(({ type }) => type);
        const converting = types.indexOf('LeadConverted');
        if (converting >= 0) {
          expect(types[converting - 1]).toBe('LeadQualified');
          expect(types.slice(converting + 1)).toEqual(now.conversion?.completed ? ['LeadConversionCompleted'] : []);
        }
      }),
    );
  });
});
