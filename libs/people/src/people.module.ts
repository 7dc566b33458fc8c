import { type DynamicModule, Module } from '@nestjs/common';
import { ChangeRepProfileController } from './change-rep-profile/change-rep-profile.controller.js';
import { ChangeRepProfileHandler } from './change-rep-profile/change-rep-profile.handler.js';
import { DepartRepController } from './depart-rep/depart-rep.controller.js';
import { DepartRepHandler } from './depart-rep/depart-rep.handler.js';
import { DeparturePreviewController } from './departure-preview/departure-preview.controller.js';
import { FormTeamController } from './form-team/form-team.controller.js';
import { FormTeamHandler } from './form-team/form-team.handler.js';
import { HERITAGES, type Heritage } from './heritage.contract.js';
import { HireRepController } from './hire-rep/hire-rep.controller.js';
import { HireRepHandler } from './hire-rep/hire-rep.handler.js';
import { IssueRepTokenController } from './issue-rep-token/issue-rep-token.controller.js';
import { IssueRepTokenHandler } from './issue-rep-token/issue-rep-token.handler.js';
import { MoveRepController } from './move-rep/move-rep.controller.js';
import { MoveRepHandler } from './move-rep/move-rep.handler.js';
import { MoveTeamController } from './move-team/move-team.controller.js';
import { MoveTeamHandler } from './move-team/move-team.handler.js';
import { RepsController } from './people-directory/reps.controller.js';
import { TeamsController } from './people-directory/teams.controller.js';
import { RenameTeamController } from './rename-team/rename-team.controller.js';
import { RenameTeamHandler } from './rename-team/rename-team.handler.js';
import { RepDepartureController } from './rep-departure/rep-departure.controller.js';
import { RevokeRepTokenController } from './revoke-rep-token/revoke-rep-token.controller.js';
import { RevokeRepTokenHandler } from './revoke-rep-token/revoke-rep-token.handler.js';

@Module({
  controllers: [
    FormTeamController,
    RenameTeamController,
    MoveTeamController,
    HireRepController,
    MoveRepController,
    ChangeRepProfileController,
    IssueRepTokenController,
    RevokeRepTokenController,
    DepartRepController,
    DeparturePreviewController,
    RepDepartureController,
    RepsController,
    TeamsController,
  ],
  providers: [
    FormTeamHandler,
    RenameTeamHandler,
    MoveTeamHandler,
    HireRepHandler,
    MoveRepHandler,
    ChangeRepProfileHandler,
    IssueRepTokenHandler,
    RevokeRepTokenHandler,
    DepartRepHandler,
  ],
})
export class PeopleModule {
  /** `heritages`: the kinds of records that a leaver hands over. */
  static with(heritages: readonly Heritage[]): DynamicModule {
    return { module: PeopleModule, providers: [{ provide: HERITAGES, useValue: heritages }] };
  }
}
