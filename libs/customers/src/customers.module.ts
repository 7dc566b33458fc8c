import { Module } from '@nestjs/common';
import { AddCustomerController } from './add-customer/add-customer.controller.js';
import { AddCustomerHandler } from './add-customer/add-customer.handler.js';
import { AssignCustomerController } from './assign-customer/assign-customer.controller.js';
import { AssignCustomerHandler } from './assign-customer/assign-customer.handler.js';
import { ChangeCustomerProfileController } from './change-customer-profile/change-customer-profile.controller.js';
import { ChangeCustomerProfileHandler } from './change-customer-profile/change-customer-profile.handler.js';
import { ClaimCustomerController } from './claim-customer/claim-customer.controller.js';
import { ClaimCustomerHandler } from './claim-customer/claim-customer.handler.js';
import { CustomerVersionsController } from './customer-versions/customer-versions.controller.js';
import { EraseCustomerController } from './erase-customer/erase-customer.controller.js';
import { EraseCustomerHandler } from './erase-customer/erase-customer.handler.js';
import { CustomerDuplicatesController } from './likely-duplicates/customer-duplicates.controller.js';
import { MergeCustomerController } from './merge-customer/merge-customer.controller.js';
import { MergeCustomerHandler } from './merge-customer/merge-customer.handler.js';
import { PutCustomerContactController } from './put-customer-contact/put-customer-contact.controller.js';
import { PutCustomerContactHandler } from './put-customer-contact/put-customer-contact.handler.js';
import { ReleaseCustomerController } from './release-customer/release-customer.controller.js';
import { ReleaseCustomerHandler } from './release-customer/release-customer.handler.js';
import { RemoveCustomerContactController } from './remove-customer-contact/remove-customer-contact.controller.js';
import { RemoveCustomerContactHandler } from './remove-customer-contact/remove-customer-contact.handler.js';

@Module({
  controllers: [
    AddCustomerController,
    AssignCustomerController,
    ReleaseCustomerController,
    ClaimCustomerController,
    ChangeCustomerProfileController,
    PutCustomerContactController,
    RemoveCustomerContactController,
    MergeCustomerController,
    EraseCustomerController,
    CustomerVersionsController,
    CustomerDuplicatesController,
  ],
  providers: [
    AddCustomerHandler,
    AssignCustomerHandler,
    ReleaseCustomerHandler,
    ClaimCustomerHandler,
    ChangeCustomerProfileHandler,
    PutCustomerContactHandler,
    RemoveCustomerContactHandler,
    MergeCustomerHandler,
    EraseCustomerHandler,
  ],
})
export class CustomersModule {}
