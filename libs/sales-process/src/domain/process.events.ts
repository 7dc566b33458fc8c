import type { DomainEvent } from '#kernel/event.js';
import type { ForecastCategory } from '#kernel/forecast-category.js';

export type Stage = Readonly<{
  id: string;
  name: string;
  /** That an open deal in this stage will be won, 0 to 1. */
  probability: number;
  forecastCategory: ForecastCategory;
  /** Days without a counted event after which a deal in this stage rots; null: never. */
  rotAfterDays: number | null;
  /** Names of the fields that must be filled to enter the stage. */
  requires: readonly string[];
  /** What to do in this stage, for whoever is new to it. */
  guidance: string | null;
}>;

/** `allowSkip`: a deal may pass over stages; `allowBack`: it may return to an earlier one. */
export type ProcessRules = Readonly<{ allowSkip: boolean; allowBack: boolean }>;

/** A whole process: `stages` in their order. */
export type ProcessDefinition = Readonly<{
  processId: string;
  name: string;
  stages: readonly Stage[];
  rules: ProcessRules;
}>;

export type ProcessDefined = DomainEvent<'ProcessDefined', ProcessDefinition>;

/** The next version, whole. Open deals follow it from here on. */
export type ProcessRevised = DomainEvent<'ProcessRevised', ProcessDefinition>;

export type ProcessEvent = ProcessDefined | ProcessRevised;
