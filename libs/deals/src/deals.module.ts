import { Module } from '@nestjs/common';
import { AdvanceDealController } from './advance-deal/advance-deal.controller.js';
import { AdvanceDealHandler } from './advance-deal/advance-deal.handler.js';
import { CategorizeDealController } from './categorize-deal/categorize-deal.controller.js';
import { CategorizeDealHandler } from './categorize-deal/categorize-deal.handler.js';
import { ChangeDealAmountController } from './change-deal-amount/change-deal-amount.controller.js';
import { ChangeDealAmountHandler } from './change-deal-amount/change-deal-amount.handler.js';
import { ChangeDealLinesController } from './change-deal-lines/change-deal-lines.controller.js';
import { ChangeDealLinesHandler } from './change-deal-lines/change-deal-lines.handler.js';
import { CorrectDealController } from './correct-deal/correct-deal.controller.js';
import { CorrectDealHandler } from './correct-deal/correct-deal.handler.js';
import { DealEvents } from './deal-events/deal-events.js';
import { DealListController } from './deal-list/deal-list.controller.js';
import { DealListHandler } from './deal-list/deal-list.query.js';
import { DealRecordController } from './deal-record/deal-record.controller.js';
import { DealSlippageController } from './deal-slippage/deal-slippage.controller.js';
import { DealSlippageHandler } from './deal-slippage/deal-slippage.query.js';
import { LoseDealController } from './lose-deal/lose-deal.controller.js';
import { LoseDealHandler } from './lose-deal/lose-deal.handler.js';
import { MoveBackDealController } from './move-back-deal/move-back-deal.controller.js';
import { MoveBackDealHandler } from './move-back-deal/move-back-deal.handler.js';
import { OpenDealController } from './open-deal/open-deal.controller.js';
import { OpenDealHandler } from './open-deal/open-deal.handler.js';
import { PipelineBoardController } from './pipeline-board/pipeline-board.controller.js';
import { PipelineBoardHandler } from './pipeline-board/pipeline-board.query.js';
import { PipelineChangesController } from './pipeline-changes/pipeline-changes.controller.js';
import { PipelineChangesHandler } from './pipeline-changes/pipeline-changes.query.js';
import { ReassignDealController } from './reassign-deal/reassign-deal.controller.js';
import { ReassignDealHandler } from './reassign-deal/reassign-deal.handler.js';
import { ReopenDealController } from './reopen-deal/reopen-deal.controller.js';
import { ReopenDealHandler } from './reopen-deal/reopen-deal.handler.js';
import { RescheduleDealController } from './reschedule-deal/reschedule-deal.controller.js';
import { RescheduleDealHandler } from './reschedule-deal/reschedule-deal.handler.js';
import { SplitDealController } from './split-deal/split-deal.controller.js';
import { SplitDealHandler } from './split-deal/split-deal.handler.js';
import { StageConversionController } from './stage-conversion/stage-conversion.controller.js';
import { StageConversionHandler } from './stage-conversion/stage-conversion.query.js';
import { WinDealController } from './win-deal/win-deal.controller.js';
import { WinDealHandler } from './win-deal/win-deal.handler.js';

@Module({
  controllers: [
    AdvanceDealController,
    CategorizeDealController,
    ChangeDealAmountController,
    ChangeDealLinesController,
    CorrectDealController,
    LoseDealController,
    MoveBackDealController,
    OpenDealController,
    ReassignDealController,
    ReopenDealController,
    RescheduleDealController,
    SplitDealController,
    WinDealController,
    PipelineBoardController,
    PipelineChangesController,
    StageConversionController,
    DealSlippageController,
    DealListController,
    DealRecordController,
  ],
  providers: [
    DealEvents,
    AdvanceDealHandler,
    CategorizeDealHandler,
    ChangeDealAmountHandler,
    ChangeDealLinesHandler,
    CorrectDealHandler,
    LoseDealHandler,
    MoveBackDealHandler,
    OpenDealHandler,
    ReassignDealHandler,
    ReopenDealHandler,
    RescheduleDealHandler,
    SplitDealHandler,
    WinDealHandler,
    PipelineBoardHandler,
    PipelineChangesHandler,
    StageConversionHandler,
    DealSlippageHandler,
    DealListHandler,
  ],
})
export class DealsModule {}
