import type { ProblemMap } from '#http/problem.js';
import type { CompanyRefusal } from './company.contract.js';

export const companyProblems: ProblemMap<CompanyRefusal> = {
  CurrencyIsTheCompanys: { status: 409, title: "That is the company's currency" },
  RateInvalid: { status: 409, title: 'That is no exchange rate' },
};
