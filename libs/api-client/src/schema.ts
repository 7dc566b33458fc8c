// Generated from the code by `npm run docs`. Do not edit.
export interface paths {
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Liveness and readiness; `position` is that of the last event of the log */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far each projection is
         * @description `position` is that of the last event of the log, `lag` in positions and seconds (the age of the oldest event that the projection does not show), `state` notBegun, behind or upToDate, `rate` positions a second (null when another process runs any of it). `parked` are keys with an event that could not be folded: it and later ones wait, `events` in number, and are tried again when the projector starts. `generation` is the one that is shown, `compared` its documents and rows beside those of the one before, `isKept` whether a rollback is possible, `isOutdated` whether other code built it; `building` is the next one. `shards` are the parts of every projection, each folded by the process that `lease` names (the `lease` beside them is of the first), its `position` that of the projection that is least far.
         */
        get: operations["listProjections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Metrics of this process in the format of Prometheus */
        get: operations["scrape"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["whoAmI"];
        put?: never;
        /** Sign in with a token */
        post: operations["signIn"];
        /** Sign out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/changes/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Server-sent events: `id` is the position, data `{position, stream, recordId, kind, type}`
         * @description From now on, or from behind `Last-Event-ID` or `after`. Ends after 15 minutes at most: reconnect.
         */
        get: operations["stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/company/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the fiscal calendar or the time zone: every report is restated, and nothing is lost */
        post: operations["changeCalendar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/company": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Currency, time zone and fiscal calendar as they stood */
        get: operations["getCompany"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exchange-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Exchange rates into the company's currency, a currency an item, as they were set by then */
        get: operations["listExchangeRates"];
        put?: never;
        /** Set what a currency is worth in the company's from a day on */
        post: operations["setExchangeRate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All processes as they stood */
        get: operations["listProcesses"];
        put?: never;
        /** Define a sales process */
        post: operations["defineProcess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}/revise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revise a sales process: a new version that open deals follow */
        post: operations["reviseProcess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/processes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A process as it stood */
        get: operations["getProcess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Teams as they stood */
        get: operations["listTeams"];
        put?: never;
        /** Form a team */
        post: operations["formTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{id}/rename": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rename a team */
        post: operations["renameTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a team, and all below it, under another one */
        post: operations["moveTeam"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reps as they stood */
        get: operations["listReps"];
        put?: never;
        /** Hire a rep */
        post: operations["hireRep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reps/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a rep to another team */
        post: operations["moveRep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reps/{id}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a rep's profile */
        post: operations["changeRepProfile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reps/{id}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a bearer token for a rep. It is shown once: a request repeated by its key gets the rest of the answer */
        post: operations["issueRepToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reps/{id}/tokens/{tokenId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a bearer token of a rep */
        delete: operations["revokeRepToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reps/{id}/depart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a rep depart: what they own goes to their successors, in the background */
        post: operations["departRep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reps/{id}/departure/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What would go to whom if the rep departed now */
        get: operations["previewDeparture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reps/{id}/departure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a departed rep's handover is, and its receipt */
        get: operations["getDeparture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reps/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A rep as they stood */
        get: operations["getRep"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A team as it stood */
        get: operations["getTeam"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All products as they stood */
        get: operations["listProducts"];
        put?: never;
        /** Add a product */
        post: operations["addProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{id}/revise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Revise a product; deals keep the prices that they were offered at */
        post: operations["reviseProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A product as it stood */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers as they stood */
        get: operations["listCustomers"];
        put?: never;
        /** Add a customer */
        post: operations["addCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Assign a customer to a rep */
        post: operations["assignCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a customer back into the shared pool */
        post: operations["releaseCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a customer out of the shared pool */
        post: operations["claimCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change a customer's profile */
        post: operations["changeCustomerProfile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add or change a contact */
        post: operations["putCustomerContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/contacts/{contactId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a contact */
        delete: operations["removeCustomerContact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Merge a duplicate into the customer who survives, for good: from then on all of it is found there */
        post: operations["mergeCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Erase the personal data of a customer, for good; figures and history stay */
        post: operations["eraseCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All about a customer as they stood: profile, contacts, owners until then, deals, last and next contact */
        get: operations["getCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customer-duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ten customers who are likeliest the same as one who is to be added, and in what; a warning, no refusal */
        get: operations["findCustomerDuplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ten customers who are likeliest the same as this one, and in what */
        get: operations["getCustomerDuplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Leads as they stood */
        get: operations["listLeads"];
        put?: never;
        /** Capture a lead */
        post: operations["captureLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leads/{id}/qualify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that a lead is worth selling to */
        post: operations["qualifyLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leads/{id}/disqualify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record that nothing will come of a lead */
        post: operations["disqualifyLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leads/{id}/convert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a customer, with the lead as their contact, and a deal if one is given */
        post: operations["convertLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A lead as it stood */
        get: operations["getLead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leads/{id}/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ten customers who are likeliest the same as the one that the lead would become, and in what */
        get: operations["getLeadDuplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{id}/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Advance a deal to a stage ahead */
        post: operations["advanceDeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{id}/category": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Judge how surely a deal counts in a forecast */
        post: operations["categorizeDeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{id}/amount": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change what a deal is worth */
        post: operations["changeDealAmount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{id}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the lines of a deal */
        post: operations["changeDealLines"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Correct what was true of a deal, from an instant on, without touching what was known before */
        post: operations["correctDeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{id}/lose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a deal as lost */
        post: operations["loseDeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{id}/move-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move a deal back to an earlier stage */
        post: operations["moveBackDeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deals by owner, customer, process, stage and status, as they stood */
        get: operations["listDeals"];
        put?: never;
        /** Open a deal */
        post: operations["openDeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{id}/reassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a deal to another owner */
        post: operations["reassignDeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reopen a closed deal in the stage that it had */
        post: operations["reopenDeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{id}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change when a deal is expected to close */
        post: operations["rescheduleDeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Share the credit for an open deal among reps */
        post: operations["splitDeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{id}/win": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a deal as won */
        post: operations["winDeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pipelines/{processId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open deals by stage: count, amount, weighted */
        get: operations["board"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pipelines/{processId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed between two instants: the waterfall, and its deals */
        get: operations["changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pipelines/{processId}/conversion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Of the deals that came into each stage: how many went on, and how soon */
        get: operations["conversion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/pipelines/{processId}/slippage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Expected close dates that passed or were moved: how often, how far, by whom */
        get: operations["slippage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A deal as it stood */
        get: operations["getDeal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every span of a deal, on both time axes */
        get: operations["getHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log a call */
        post: operations["logCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/emails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log an e-mail */
        post: operations["logEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log a meeting */
        post: operations["logMeeting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a note */
        post: operations["takeNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a task */
        post: operations["addTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/tasks/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Complete a task */
        post: operations["completeTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities/tasks/{id}/reassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a task to another rep */
        post: operations["reassignTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Activities, the latest first */
        get: operations["listActivities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/quotas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Quotas as they stood */
        get: operations["listQuotas"];
        put?: never;
        /** Set the quota of a rep or a team */
        post: operations["setQuota"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{id}/quota-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The quota of a team, spread over its period by season and cascaded to its reps: a preview that sets nothing */
        get: operations["quotaPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forecasts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Closed, categories, weighted and quota by period and group */
        get: operations["forecast"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reps/{id}/performance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a rep closed and did in a period, and has open */
        get: operations["performance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leaderboards/{metric}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reps by what they closed or did; equal values share a rank */
        get: operations["leaderboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leaderboards/names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose what leaderboards call you */
        post: operations["chooseName"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forecasts/{period}/adjust": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put a manager's figure in the place of the computed one, for a rep or a team below */
        post: operations["adjustForecast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forecasts/{period}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the call of a rep or a team for a period and category */
        post: operations["submitForecast"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forecasts/deadlines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set by when the submissions of every period of a length are due; later ones are marked as late */
        post: operations["setSubmissionDeadline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forecasts/{period}/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How managers adjusted the forecast of a period, with its history */
        get: operations["listForecastAdjustments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forecasts/{period}/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The calls of reps and managers for a period, with their history */
        get: operations["listForecastSubmissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forecasts/{period}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the forecast of a period stood at the end of each day */
        get: operations["forecastHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forecasts/{period}/deals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The deals behind a figure of the forecast, the largest first */
        get: operations["forecastDeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reps/{id}/landing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a rep will land against their quota, and why */
        get: operations["repLanding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{id}/landing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a team, with those below it, will land, and why */
        get: operations["teamLanding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rep-landings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where several reps will land; who was not there then is left out */
        get: operations["repLandings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reps/{id}/deal-landing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a rep will land against their quota of deals, and why */
        get: operations["repDealLanding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{id}/deal-landing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a team, with those below it, will land against its quota of deals, and why */
        get: operations["teamDealLanding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reps/{id}/attainment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much of their quotas a rep has reached, and at which pace */
        get: operations["repAttainment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/teams/{id}/attainment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much of its quotas a team, with those below it, has reached, and at which pace */
        get: operations["teamAttainment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/landings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who will miss their quota, who has met it: the states of the quotas that are watched, as last told */
        get: operations["listLandingStates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forecast-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The methods, the chosen one, and the probabilities that history teaches beside the configured ones */
        get: operations["methods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forecast-methods/choose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose the method by which the company forecasts */
        post: operations["chooseMethod"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you were told, the latest first */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark a notification as read */
        post: operations["readNotification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Notifications that go out by mail or webhook, and whether they have; for admins */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/notifications/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a delivery again that has failed, by mail or webhook; for admins */
        post: operations["retryDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A report by any group, filtered, beside other periods */
        get: operations["report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{name}/deals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The deals behind a row of a report, the largest first */
        get: operations["reportDeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{name}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same report as a file: a header, a line a group, the total; money in major units */
        get: operations["reportFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/saved-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reports that are saved, with whom they are sent to */
        get: operations["listSavedReports"];
        put?: never;
        /** Save a report, or save it anew; send it by mail */
        post: operations["saveReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/saved-reports/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Discard a saved report; it is sent no more */
        post: operations["discardReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened to a customer, newest first, in words */
        get: operations["getTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The events of a customer as the log has them, the last one first */
        get: operations["getEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/customers/{id}/personal-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything personal that is held on a customer, for their owner or an admin to hand over */
        get: operations["getPersonalData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events of the log, the last one first; for admins and analysts */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hold the whole log against its seals; for admins and analysts */
        get: operations["verifyLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A signed checkpoint of the log, to be kept elsewhere; for admins and analysts */
        get: operations["exportCheckpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Upload a file, or those of a folder, and preview */
        post: operations["upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import what was uploaded, in the background */
        post: operations["commit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an upload holds, how far its import is, and which rows it rejected */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Export everything as interchange files, in the background */
        post: operations["startExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far an export is, and its files
         * @description `state`: exporting, completed, failed; `omitted`: events that no file has (tokens, receipts)
         */
        get: operations["getExport"];
        put?: never;
        post?: never;
        /** Delete the files of an export */
        delete: operations["deleteExport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/{id}/files/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a file of a completed export */
        get: operations["downloadExportFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The replays that are there, newest first */
        get: operations["listReplays"];
        put?: never;
        /** Ask a question as of many instants, or fold a read model anew, in the background */
        post: operations["startReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/replays/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a replay is
         * @description `state`: running, completed, failed, cancelled
         */
        get: operations["getReplay"];
        put?: never;
        post?: never;
        /** Delete a replay and its result */
        delete: operations["deleteReplay"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/replays/{id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows of a completed replay */
        get: operations["getResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/replays/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a replay at its next page; one that is over stays as it is */
        post: operations["cancelReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/replays/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have a cancelled or failed replay go on where it stood; any other stays as it is */
        post: operations["resumeReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/back-tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make the forecasts of every method anew at past days, and score them by what came */
        post: operations["startBackTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/back-tests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How good each method was
         * @description `summary`: per method, over all horizons and by horizon in months, accuracy, bias and error
         */
        get: operations["getBackTest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/what-ifs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A question as of an instant: what was, what would have been, and the difference
         * @description Each measure of the question comes thrice: `weightedWas`, `weightedWhatIf`, `weightedDifference`
         */
        post: operations["ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projections/{name}/parked/{key}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fold what waits of a parked key, if it can be folded now */
        post: operations["retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projections/{name}/parked/{key}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leave the event that could not be folded out of the read model, and fold what waits behind it */
        post: operations["release"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projections/{name}/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Fold the read model anew beside the one that is shown, and show it when it has caught up */
        post: operations["rebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projections/{name}/rollback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring the generation that was shown before up to date, and show it again */
        post: operations["rollback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the demo can be made, and how far it is */
        get: operations["demoStatus"];
        put?: never;
        /** Make the demo organisation, in the background; the same request again goes on with it */
        post: operations["startDemo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        SignInBody: {
            token: string;
        };
        YearEndBody: {
            /**
             * @description The last such weekday in the month, or the nearest one to its last day
             * @enum {string}
             */
            rule: "last" | "nearest";
            /** @enum {string} */
            weekday: "sunday" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday";
            month: number;
        };
        FiscalCalendarBody: {
            /** @enum {string} */
            kind: "gregorian" | "4-4-5" | "4-5-4" | "5-4-4" | "13-period";
            /** @description Of gregorian: the month in which a fiscal year starts */
            startMonth?: number;
            /** @description Of all others: when a fiscal year ends */
            yearEnd?: components["schemas"]["YearEndBody"];
        };
        ChangeCalendarBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @description Default: as it is */
            calendar?: components["schemas"]["FiscalCalendarBody"];
            /**
             * @description Default: as it is
             * @example Europe/Berlin
             */
            timeZone?: string;
        };
        WrittenAnswer: {
            /** @description Id of the record */
            id: string;
            /** @description Revision of the record after the write, for If-Match */
            revision: string;
            /** @description Place in the log, for `?after=` */
            position: string;
        };
        SetExchangeRateBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @example EUR */
            currency: string;
            /**
             * @description What one unit is worth in the company's currency: a decimal, exact
             * @example 1.0825
             */
            rate: string;
            /**
             * Format: date
             * @description Day from which on it holds, until the next rate starts
             */
            from: string;
        };
        StageBody: {
            id: string;
            name: string;
            /** @description That an open deal in this stage will be won */
            probability: number;
            /** @enum {string} */
            forecastCategory: "pipeline" | "bestCase" | "commit";
            /** @description Days without a counted event after which a deal rots */
            rotAfterDays?: number;
            /** @description Fields that must be filled to enter the stage */
            requires?: string[];
            /** @description What to do in this stage */
            guidance?: string;
        };
        RulesBody: {
            /** @description A deal may pass over stages */
            allowSkip?: boolean;
            /** @description A deal may return to an earlier stage */
            allowBack?: boolean;
        };
        ProcessBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @description Chosen by the client, or else by the server (UUIDv7) */
            id?: string;
            name: string;
            /** @description In their order */
            stages: components["schemas"]["StageBody"][];
            rules?: components["schemas"]["RulesBody"];
        };
        FormTeamBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @description Chosen by the client, or else by the server (UUIDv7) */
            id?: string;
            name: string;
            parentId?: string;
        };
        RenameTeamBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            name: string;
        };
        MoveTeamBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @description Null: to the top */
            parentId: string | null;
        };
        HireRepBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @description Chosen by the client, or else by the server (UUIDv7) */
            id?: string;
            name: string;
            /** Format: email */
            email: string;
            teamId: string;
            /** @enum {string} */
            role: "rep" | "manager" | "analyst" | "admin" | "reader";
            region?: string;
            /** Format: date */
            hiredOn?: string;
        };
        MoveRepBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            teamId: string;
        };
        ChangeRepProfileBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @description Cannot be emptied */
            name?: string;
            /**
             * Format: email
             * @description Cannot be emptied
             */
            email?: string;
            /**
             * @description Cannot be emptied. What they may do follows it at once
             * @enum {string}
             */
            role?: "rep" | "manager" | "analyst" | "admin" | "reader";
            region?: string | null;
        };
        IssueRepTokenBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /**
             * Format: date-time
             * @description Default: it lasts until revoked
             */
            expiresAt?: string;
        };
        SuccessorFields: {
            ownerId: string;
            /** @description Of the sum of all shares. Default: 1 */
            share?: number;
        };
        DepartRepBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /**
             * Format: date
             * @description The last day by contract
             */
            on: string;
            /** @description Who takes over: either these */
            successors?: components["schemas"]["SuccessorFields"][];
            /**
             * @description or the managers, or the other reps, of the leaver's team
             * @enum {string}
             */
            rule?: "manager" | "team";
            reason?: string;
        };
        MoneyField: {
            /** @description Integer minor units, such as cents */
            amount: number;
            /** @example EUR */
            currency: string;
        };
        ModelBody: {
            id: string;
            name: string;
            /** @description List price of one unit */
            price: components["schemas"]["MoneyField"];
        };
        AddProductBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            name: string;
            models?: components["schemas"]["ModelBody"][];
            /** @description Chosen by the client, or else by the server (UUIDv7) */
            id?: string;
        };
        ProductBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            name: string;
            models?: components["schemas"]["ModelBody"][];
        };
        ContactFields: {
            /** @description Unique within the customer. Default: the next free number, `contact-1` */
            id?: string;
            name: string;
            /** Format: email */
            email?: string;
            phone?: string;
            title?: string;
        };
        AddCustomerBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @description Chosen by the client, or else by the server (UUIDv7) */
            id?: string;
            name: string;
            /** @description Default: the customer starts in the shared pool */
            ownerId?: string;
            industry?: string;
            region?: string;
            source?: string;
            contacts?: components["schemas"]["ContactFields"][];
        };
        AssignCustomerBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            ownerId: string;
        };
        ReleaseCustomerBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            reason?: string;
        };
        WriteBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
        };
        ChangeCustomerProfileBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @description Cannot be emptied */
            name?: string;
            industry?: string | null;
            region?: string | null;
            source?: string | null;
        };
        PutCustomerContactBody: {
            /** @description Unique within the customer. Default: the next free number, `contact-1` */
            id?: string;
            name: string;
            /** Format: email */
            email?: string;
            phone?: string;
            title?: string;
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
        };
        MergeCustomerBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @description The customer who survives */
            into: string;
        };
        EraseCustomerBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @description Stays in the log for good: names nobody */
            reason?: string;
        };
        CaptureLeadBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @description Chosen by the client, or else by the server (UUIDv7) */
            id?: string;
            /** @description Of the person */
            name: string;
            company?: string;
            /** Format: email */
            email?: string;
            phone?: string;
            source?: string;
            /** @description Default: the lead starts in the shared pool */
            ownerId?: string;
        };
        QualifyLeadBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            note?: string;
        };
        DisqualifyLeadBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            reason: string;
        };
        FirstDealBody: {
            name: string;
            amount: components["schemas"]["MoneyField"];
            /** @description Default: the only process there is */
            processId?: string;
            /** Format: date */
            expectedCloseOn?: string;
        };
        ConvertLeadBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @description Null: nobody. Default: the lead's owner, or else the acting rep */
            ownerId?: string;
            /** @description A deal to open with the customer, in the first stage */
            deal?: components["schemas"]["FirstDealBody"];
        };
        AdvanceDealBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @description Stage, ahead of the one that the deal is in */
            to: string;
            /** @description Values of fields that the stage requires; the deal keeps them */
            requires?: {
                [key: string]: string | number | boolean;
            };
        };
        CategorizeDealBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /**
             * @description Null: as the stage says
             * @enum {string|null}
             */
            forecastCategory: "pipeline" | "bestCase" | "commit" | "omitted" | null;
        };
        ChangeDealAmountBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @description Lines of the deal take their shares of it */
            amount: components["schemas"]["MoneyField"];
        };
        DealLineBody: {
            productId: string;
            /** @description Of the product */
            model?: string;
            quantity: number;
            /** @description Of one unit, as offered */
            price: components["schemas"]["MoneyField"];
        };
        ChangeDealLinesBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @description All lines that the deal has from here on */
            lines: components["schemas"]["DealLineBody"][];
        };
        DealChangesBody: {
            /** @description Lines that the deal had then take their shares of it */
            amount?: components["schemas"]["MoneyField"];
            /** @description Of the process of the deal */
            stage?: string;
            /**
             * Format: date
             * @description Null: nobody could tell when
             */
            expectedCloseOn?: string | null;
            /** @description Null: nobody's */
            ownerId?: string | null;
        };
        CorrectDealBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /**
             * Format: date-time
             * @description From when on it was true, until the next fact that set the field anew
             */
            effectiveAt: string;
            changes: components["schemas"]["DealChangesBody"];
            reason: string;
        };
        LoseDealBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            reason: string;
            /** @description Who won it */
            competitor?: string;
        };
        MoveBackDealBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @description Stage, before the one that the deal is in */
            to: string;
            reason: string;
        };
        OpenDealBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @description Chosen by the client, or else by the server (UUIDv7) */
            id?: string;
            name: string;
            customerId: string;
            /** @description Default: the only process there is */
            processId?: string;
            /** @description Default: the first stage of the process */
            stage?: string;
            /** @description Default: what the lines add up to. Required without lines */
            amount?: components["schemas"]["MoneyField"];
            lines?: components["schemas"]["DealLineBody"][];
            /** @description Null: nobody. Default: the acting rep, or else the customer's owner */
            ownerId?: string;
            /** Format: date */
            expectedCloseOn?: string;
            /** @description Values of fields that the stage requires */
            requires?: {
                [key: string]: string | number | boolean;
            };
        };
        ReassignDealBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @description Null: nobody's, back in the pool */
            ownerId: string | null;
        };
        ReopenDealBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            reason: string;
        };
        RescheduleDealBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /**
             * Format: date
             * @description Null: nobody can tell
             */
            expectedCloseOn: string | null;
        };
        CreditShareBody: {
            repId: string;
            /** @description Hundredths of a percent */
            basisPoints: number;
        };
        SplitDealBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @description They add up to 10,000, one a rep; an empty list gives all credit back to the owner */
            shares: components["schemas"]["CreditShareBody"][];
        };
        WinDealBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /**
             * Format: date
             * @description Default: the day on which the deal is won
             */
            signedOn?: string;
            /** @description What was signed. Default: the amount of the deal so far */
            amount?: components["schemas"]["MoneyField"];
        };
        LogCallBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @description Chosen by the client, or else by the server (UUIDv7) */
            id?: string;
            repId: string;
            customerId?: string;
            dealId?: string;
            subject?: string;
            text?: string;
            /** @enum {string} */
            direction?: "inbound" | "outbound";
            durationSeconds?: number;
            outcome?: string;
        };
        LogEmailBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @description Chosen by the client, or else by the server (UUIDv7) */
            id?: string;
            repId: string;
            customerId?: string;
            dealId?: string;
            subject?: string;
            text?: string;
            /** @enum {string} */
            direction?: "inbound" | "outbound";
        };
        LogMeetingBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @description Chosen by the client, or else by the server (UUIDv7) */
            id?: string;
            repId: string;
            customerId?: string;
            dealId?: string;
            subject?: string;
            text?: string;
            /**
             * Format: date-time
             * @description Default: occurredAt
             */
            startsAt?: string;
            /** Format: date-time */
            endsAt?: string;
            outcome?: string;
        };
        AboutBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @description Chosen by the client, or else by the server (UUIDv7) */
            id?: string;
            repId: string;
            customerId?: string;
            dealId?: string;
            subject?: string;
            text?: string;
        };
        AddTaskBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @description Chosen by the client, or else by the server (UUIDv7) */
            id?: string;
            repId: string;
            customerId?: string;
            dealId?: string;
            subject?: string;
            text?: string;
            /** Format: date */
            dueOn?: string;
        };
        ReassignTaskBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            repId: string;
        };
        SetQuotaBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @description Whose quota: either this */
            repId?: string;
            /** @description or this */
            teamId?: string;
            /** @example 2017-Q1 */
            period: string;
            /**
             * @description What is counted; default: amount
             * @enum {string}
             */
            measure?: "amount" | "deals" | "activities";
            /** @description Of the measure amount */
            amount?: components["schemas"]["MoneyField"];
            /** @description Of the measures deals and activities: how many */
            target?: number;
        };
        ChooseLeaderboardNameBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            repId: string;
            /** @description What leaderboards call you; null: by your own name */
            name: string | null;
        };
        AdjustForecastBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @description Whose forecast: of this rep */
            ownerId?: string;
            /** @description or of this team, with those below it */
            teamId?: string;
            /**
             * @description Up to which category: each one includes closed and the surer ones
             * @enum {string}
             */
            category: "pipeline" | "bestCase" | "commit";
            note?: string;
            /** @description Null: takes the adjustment back */
            amount: components["schemas"]["MoneyField"] | null;
        };
        SubmitForecastBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @description Whose forecast: of this rep */
            ownerId?: string;
            /** @description or of this team, with those below it */
            teamId?: string;
            /**
             * @description Up to which category: each one includes closed and the surer ones
             * @enum {string}
             */
            category: "pipeline" | "bestCase" | "commit";
            note?: string;
            amount: components["schemas"]["MoneyField"];
        };
        SetSubmissionDeadlineBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @enum {string} */
            unit: "month" | "quarter" | "year";
            /** @description Day of the period, 1 being its first; null: at no time */
            dueOnDay: number | null;
        };
        ChooseForecastMethodBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @enum {string} */
            method: "stage-weighted" | "commit" | "best-case" | "historical-weighted" | "historical-conversion" | "historical-landing" | "submission";
            /** @description A completed back-test: how good it found the method is recorded with the choice */
            backTestId?: string;
        };
        RetryDeliveryBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /**
             * @description By which it failed to go out
             * @enum {string}
             */
            channel: "email" | "webhook";
        };
        ScheduleField: {
            /**
             * @description At the beginning of each day, week or month, in the time zone of the company
             * @enum {string}
             */
            every: "day" | "week" | "month";
            /** @enum {string} */
            format: "csv" | "xlsx";
            /** @description Ids of reps */
            recipients: string[];
        };
        SaveReportBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /** @description Chosen by the client, or else by the server (UUIDv7) */
            id?: string;
            name: string;
            /** @enum {string} */
            report: "win-rate" | "cycle" | "velocity" | "losses" | "products-sold" | "sources" | "new-business" | "pipeline-created" | "ageing" | "coverage" | "slippage";
            /**
             * @description Always this period
             * @example 2017-Q1
             */
            period?: string;
            /**
             * @description or the one of the day on which it is asked
             * @enum {string}
             */
            relative?: "thisMonth" | "lastMonth" | "thisQuarter" | "lastQuarter" | "thisYear" | "lastYear";
            /** @enum {string} */
            group?: "none" | "owner" | "team" | "region" | "product" | "model" | "source" | "industry" | "customer" | "process" | "lostReason" | "competitor" | "business" | "age" | "month" | "quarter" | "year";
            /**
             * @description Within the group
             * @enum {string}
             */
            second?: "owner" | "team" | "region" | "product" | "model" | "source" | "industry" | "customer" | "process" | "lostReason" | "competitor" | "business" | "age" | "month" | "quarter" | "year";
            /** @description Texts by owner, team, region, product, model, source, industry, customer, process */
            filter?: {
                [key: string]: string | number | boolean;
            };
            /** @enum {string} */
            compare?: "previous" | "lastYear" | "both";
            /** @description By mail */
            schedule?: components["schemas"]["ScheduleField"];
        };
        CommitImportBody: {
            /**
             * Format: date-time
             * @description When it was true. Default: now
             */
            occurredAt?: string;
            /**
             * @description What becomes of customers who are likely there already, or in a row above, by more than a domain: added (default), left out, or added and merged into who is there
             * @enum {string}
             */
            duplicates?: "create" | "skip" | "useExisting";
        };
        ScenarioStageBody: {
            id: string;
            /** @description Default: its id */
            name?: string;
            probability: number;
            /** @enum {string} */
            forecastCategory: "pipeline" | "bestCase" | "commit";
            /** @description The stages whose deals stand in it. Default: the one of its own id */
            from?: string[];
        };
        ScenarioBody: {
            /** @description The process that stages and probabilities are of. Default: every one */
            processId?: string;
            /** @description Another stage list */
            stages?: components["schemas"]["ScenarioStageBody"][];
            /** @description Probabilities by id of the stage, from 0 to 1 */
            probabilities?: {
                [key: string]: string | number | boolean;
            };
            /** @description Who would have owned what was whose: ids of reps by ids of reps */
            owners?: {
                [key: string]: string | number | boolean;
            };
        };
        ReplayBody: {
            /**
             * @description series: a question as of many instants. projection: a read model
             * @enum {string}
             */
            kind: "series" | "projection";
            /** @description Of a series: board, forecast, performance, leaderboard, landing, back-test */
            question?: string;
            /**
             * @description Of a series. Default: month
             * @enum {string}
             */
            every?: "day" | "week" | "month";
            /**
             * @description The day of the week. Default: monday
             * @enum {string}
             */
            on?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            /**
             * @description Of a series. then: by what was recorded by each instant; now: by all that is recorded. Default: then
             * @enum {string}
             */
            knownAt?: "then" | "now";
            /** @description The question's own parameters */
            parameters?: {
                [key: string]: string | number | boolean;
            };
            /** @description Of a series: compares with the same history under it */
            scenario?: components["schemas"]["ScenarioBody"];
            /** @description Of a projection: its name, as `GET /api/projections` has it */
            projection?: string;
            /**
             * @description Where it begins; of a series a day, of a projection when events were recorded
             * @example 2017-03-01
             */
            from?: string;
            /**
             * @description Where it ends, as from. Default: now
             * @example 2017-03-01
             */
            to?: string;
            /** @description Of a projection: from after this position */
            fromPosition?: string;
            /** @description Of a projection: to this position */
            toPosition?: string;
        };
        BackTestBody: {
            /**
             * Format: date
             * @description The first day on which forecasts are made anew
             */
            from: string;
            /**
             * Format: date
             * @description The last such day. Default: today
             */
            to?: string;
            /**
             * @description Default: month
             * @enum {string}
             */
            every?: "day" | "week" | "month";
            /**
             * @description The day of the week. Default: monday
             * @enum {string}
             */
            on?: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
            /**
             * @description then: what was recorded by each day; now: for history that was imported later. Default: then
             * @enum {string}
             */
            knownAt?: "then" | "now";
            /**
             * @description What is forecast. Default: quarter
             * @enum {string}
             */
            by?: "month" | "quarter" | "year";
            /**
             * Format: date
             * @description Only periods that are over by this day count. Default: today
             */
            until?: string;
            /** @description How many periods, from the one under way. Default: 2 */
            periods?: number;
            /**
             * @description By what deals are told apart when learning. Default: size
             * @enum {string}
             */
            segment?: "none" | "size" | "product" | "owner" | "team" | "region" | "industry" | "source";
        };
        WhatIfBody: {
            /** @description board, forecast, performance, leaderboard, landing, or another question of replays */
            question: string;
            /** @description The question's own parameters */
            parameters?: {
                [key: string]: string | number | boolean;
            };
            scenario: components["schemas"]["ScenarioBody"];
            /**
             * Format: date-time
             * @description What was true then. Default: now
             */
            asOf?: string;
            /**
             * Format: date-time
             * @description As recorded by then. Default: now
             */
            knownAt?: string;
            /** @description Position of a write that the answer must contain: waits at most 5 s */
            after?: string;
        };
        Money: {
            amount: number;
            currency: string;
        };
        ByCategory: {
            commit: components["schemas"]["Money"];
            bestCase: components["schemas"]["Money"];
            pipeline: components["schemas"]["Money"];
        };
        ForecastFigures: {
            closed: components["schemas"]["Money"];
            commit: components["schemas"]["Money"];
            bestCase: components["schemas"]["Money"];
            pipeline: components["schemas"]["Money"];
            weighted: components["schemas"]["Money"];
            cumulative: components["schemas"]["ByCategory"];
            quota?: components["schemas"]["Money"];
            attainment?: number | null;
            coverage?: number | null;
            adjusted?: components["schemas"]["ByCategory"];
            submitted?: {
                commit?: components["schemas"]["Money"];
                bestCase?: components["schemas"]["Money"];
                pipeline?: components["schemas"]["Money"];
            };
        };
        Forecast: {
            asOf: string;
            knownAt: string;
            position: string;
            rows: {
                closed: components["schemas"]["Money"];
                commit: components["schemas"]["Money"];
                bestCase: components["schemas"]["Money"];
                pipeline: components["schemas"]["Money"];
                weighted: components["schemas"]["Money"];
                cumulative: components["schemas"]["ByCategory"];
                quota?: components["schemas"]["Money"];
                attainment?: number | null;
                coverage?: number | null;
                adjusted?: components["schemas"]["ByCategory"];
                submitted?: {
                    commit?: components["schemas"]["Money"];
                    bestCase?: components["schemas"]["Money"];
                    pipeline?: components["schemas"]["Money"];
                };
                period: string | null;
                group: string | null;
                second?: string | null;
                withBelow?: components["schemas"]["ForecastFigures"];
            }[];
        };
        Actor: {
            id: string;
            /** @enum {string} */
            role: "rep" | "manager" | "analyst" | "admin" | "reader";
            onBehalfOf?: string;
        };
        Health: {
            /** @enum {string} */
            status: "ok";
            position: string;
            version: string;
        };
        ToldLease: {
            holder: string;
            epoch: number;
            expired: boolean;
        };
        Comparison: {
            same: number;
            different: number;
            added: number;
            missing: number;
        };
        YearEnd: {
            /** @enum {string} */
            rule: "last" | "nearest";
            /** @enum {string} */
            weekday: "sunday" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday";
            month: number;
        };
        WeekCalendar: {
            /** @enum {string} */
            kind: "4-4-5" | "4-5-4" | "5-4-4" | "13-period";
            yearEnd: components["schemas"]["YearEnd"];
        };
        FiscalCalendar: {
            /** @enum {string} */
            kind: "gregorian";
            startMonth: number;
        } | components["schemas"]["WeekCalendar"];
        Company: {
            asOf: string;
            knownAt: string;
            position: string;
            revision: string | null;
            currency: string;
            timeZone: string;
            calendar: components["schemas"]["FiscalCalendar"];
            fiscalYearStart: number;
            recordedSince: string | null;
        };
        RateFrom: {
            from: string;
            rate: string;
        };
        FoundIn: {
            /** @enum {string} */
            field: "name" | "email" | "phone";
            value: string;
        };
        LastActivity: {
            id: string;
            /** @enum {string} */
            kind: "call" | "email" | "meeting" | "note" | "task";
            at: string;
            repId: string;
            subject: string | null;
        };
        NextTask: {
            id: string;
            subject: string | null;
            dueOn: string | null;
            repId: string;
        };
        Contact: {
            id: string;
            name: string;
            email: string | null;
            phone: string | null;
            title: string | null;
        };
        Ownership: {
            ownerId: string | null;
            from: string;
            to: string | null;
            recordedAt: string;
        };
        DuplicateMatch: {
            /** @enum {string} */
            field: "name" | "email" | "phone" | "emailDomain";
            value: string;
        };
        LikelyDuplicate: {
            id: string;
            name: string;
            ownerId: string | null;
            region: string | null;
            matches: components["schemas"]["DuplicateMatch"][];
            weak: boolean;
        };
        DealLine: {
            productId: string;
            model: string | null;
            quantity: number;
            price: components["schemas"]["Money"];
            amount: components["schemas"]["Money"];
        };
        FieldValues: {
            [key: string]: string | number | boolean;
        };
        CreditShare: {
            repId: string;
            basisPoints: number;
        };
        DealList: {
            asOf: string;
            knownAt: string;
            position: string;
            items: {
                name: string;
                customerId: string;
                processId: string;
                stage: string;
                amount: components["schemas"]["Money"];
                lines: components["schemas"]["DealLine"][];
                ownerId: string | null;
                expectedCloseOn: string | null;
                fields: components["schemas"]["FieldValues"];
                id: string;
                /** @enum {string} */
                status: "Open" | "Won" | "Lost";
                /** @enum {string|null} */
                forecastCategory: "pipeline" | "bestCase" | "commit" | "omitted" | null;
                split: components["schemas"]["CreditShare"][] | null;
                openedAt: string;
                stageSince: string;
                closedAt: string | null;
                signedOn: string | null;
                lostReason: string | null;
                competitor: string | null;
                reopenReason: string | null;
                companyAmount: components["schemas"]["Money"];
                revision: string;
            }[];
            next: string | null;
        };
        BehindEvent: {
            position: string;
            revision: string;
            type: string;
            by: string;
            onBehalfOf: string | null;
            at: string;
            recordedAt: string;
        };
        ShownSlip: {
            dealId: string;
            at: string;
            from: string;
            to: string | null;
            days: number;
            isOpen: boolean;
            ownerId: string | null;
            amount: components["schemas"]["Money"];
            event: components["schemas"]["BehindEvent"];
        };
        BoardCard: {
            id: string;
            revision: string;
            name: string;
            customerId: string;
            ownerId: string | null;
            amount: components["schemas"]["Money"];
            companyAmount: components["schemas"]["Money"];
            expectedCloseOn: string | null;
            since: string;
        };
        BoardStage: {
            id: string;
            name: string;
            deals: number;
            amount: components["schemas"]["Money"];
            weighted: components["schemas"]["Money"];
            cards?: components["schemas"]["BoardCard"][];
        };
        Board: {
            asOf: string;
            knownAt: string;
            position: string;
            firstDay: string | null;
            stages: components["schemas"]["BoardStage"][];
            total: {
                deals: number;
                amount: components["schemas"]["Money"];
                weighted: components["schemas"]["Money"];
            };
        };
        ShownStep: {
            deals: number;
            amount: components["schemas"]["Money"];
        };
        ShownChange: {
            id: string;
            from: {
                stage: string;
                ownerId: string | null;
                expectedCloseOn: string | null;
                /** @enum {string} */
                status: "Open" | "Won" | "Lost";
                signedOn: string | null;
                amount: components["schemas"]["Money"];
                closedAt: string | null;
            } | null;
            to: {
                stage: string;
                ownerId: string | null;
                expectedCloseOn: string | null;
                /** @enum {string} */
                status: "Open" | "Won" | "Lost";
                signedOn: string | null;
                amount: components["schemas"]["Money"];
                closedAt: string | null;
            };
            rows: ("won" | "lost" | "end" | "created" | "reopened" | "transferredIn" | "pulledIn" | "pushedOut" | "transferredOut" | "start" | "increased" | "decreased")[];
            events?: components["schemas"]["BehindEvent"][];
        };
        ShownEntry: {
            dealId: string;
            enteredAt: string;
            ownerId: string | null;
            amount: components["schemas"]["Money"];
            /** @enum {string} */
            status: "Open" | "Won" | "Lost";
            advanced: boolean;
            daysInStage: number | null;
            daysInStageCumulative: number | null;
            event: components["schemas"]["BehindEvent"];
        };
        Conversion: {
            asOf: string;
            knownAt: string;
            position: string;
            processId: string;
            from: string | null;
            to: string | null;
            stages: {
                id: string;
                name: string;
                won: number;
                lost: number;
                open: number;
                entered: number;
                advanced: number;
                conversion: number | null;
                medianDaysInStage: number | null;
                medianDaysInStageCumulative: number | null;
            }[];
            cohorts?: {
                period: string;
                stages: {
                    id: string;
                    name: string;
                    won: number;
                    lost: number;
                    open: number;
                    entered: number;
                    advanced: number;
                    conversion: number | null;
                    medianDaysInStage: number | null;
                    medianDaysInStageCumulative: number | null;
                }[];
            }[];
            items?: components["schemas"]["ShownEntry"][];
            next?: string | null;
        };
        JobProgress: {
            done: number;
            total: number | null;
            note?: string;
        };
        DemoStatus: {
            /** @enum {string} */
            state: "failed" | "completed" | "offered" | "refused" | "making";
            progress: components["schemas"]["JobProgress"] | null;
            error: string | null;
        };
        BackTestEvidence: {
            backTestId: string;
            forecasts: number;
            accuracy: number;
            bias: number;
            error: number;
        };
        Interval: {
            low: number;
            high: number;
        };
        ForecastMethods: {
            asOf: string;
            knownAt: string;
            position: string;
            chosen: {
                method: string;
                since: string;
                evidence: components["schemas"]["BackTestEvidence"] | null;
            } | null;
            methods: {
                /** @enum {string} */
                id: "commit" | "stage-weighted" | "best-case" | "historical-weighted" | "historical-conversion" | "historical-landing" | "submission";
                formula: string;
                source: string;
                forecast: components["schemas"]["Money"] | null;
            }[];
            stages: {
                processId: string;
                stage: string;
                segment: string | null;
                fromAge: number;
                won: number;
                lost: number;
                stillOpen: number;
                probability: number;
                interval: components["schemas"]["Interval"];
                configured: number | null;
            }[];
        };
        Attainment: {
            /** @enum {string} */
            measure: "amount" | "deals" | "activities";
            quota: number | components["schemas"]["Money"];
            reached: number | components["schemas"]["Money"];
            attainment: number | null;
            pace: {
                planned: number | components["schemas"]["Money"];
                ahead: number | components["schemas"]["Money"];
            };
        };
        HolderAttainment: {
            asOf: string;
            knownAt: string;
            position: string;
            period: string;
            attainments: components["schemas"]["Attainment"][];
        };
        DealLanding: {
            asOf: string;
            knownAt: string;
            position: string;
            period: string;
            won: number;
            expectedFromOpen: number;
            expectedNewBusiness: number;
            projected: number;
            low: number;
            high: number;
            quota?: number;
            attainment?: number | null;
            /** @enum {string|null} */
            state: "atRisk" | "met" | "onTrack" | "willMiss" | null;
            gap?: number;
            dealsNeeded?: number | null;
            pace?: {
                planned: number;
                ahead: number;
            };
            reasons: ({
                /** @enum {string} */
                code: "coverageLow";
                coverage: number;
                needed: number;
                text: string;
            } | {
                /** @enum {string} */
                code: "winRateFell";
                now: number;
                before: number;
                text: string;
            } | {
                /** @enum {string} */
                code: "fewNewDeals";
                deals: number;
                usual: number;
                text: string;
            } | {
                /** @enum {string} */
                code: "activityDown";
                activities: number;
                usual: number;
                text: string;
            } | {
                deals: number;
                /** @enum {string} */
                code: "dealsPushedOut" | "dealsLost";
                amount: components["schemas"]["Money"];
                text: string;
            })[];
        };
        ForecastDeal: {
            dealId: string;
            /** @enum {string} */
            column: "pipeline" | "bestCase" | "commit" | "closed";
            amount: components["schemas"]["Money"];
            probability: number;
            closeOn: string | null;
            ownerId: string | null;
            customerId: string;
            processId: string;
            stage: string;
        };
        ForecastDeals: {
            asOf: string;
            knownAt: string;
            position: string;
            period: string | null;
            items: components["schemas"]["ForecastDeal"][];
            next: string | null;
        };
        ForecastHistory: {
            asOf: string;
            knownAt: string;
            position: string;
            period: string;
            points: {
                date: string;
                asOf: string;
                knownAt: string;
                closed: components["schemas"]["Money"];
                commit: components["schemas"]["Money"];
                bestCase: components["schemas"]["Money"];
                pipeline: components["schemas"]["Money"];
                weighted: components["schemas"]["Money"];
                cumulative: components["schemas"]["ByCategory"];
                quota?: components["schemas"]["Money"];
                attainment?: number | null;
                coverage?: number | null;
                adjusted?: components["schemas"]["ByCategory"];
                submitted?: {
                    commit?: components["schemas"]["Money"];
                    bestCase?: components["schemas"]["Money"];
                    pipeline?: components["schemas"]["Money"];
                };
            }[];
        };
        Leaderboard: {
            asOf: string;
            knownAt: string;
            position: string;
            rows: {
                rank: number;
                repId: string;
                name: string;
                value: number | components["schemas"]["Money"];
                before?: {
                    rank: number;
                    value: number | components["schemas"]["Money"];
                } | null;
                movement?: number | null;
                badges?: ("goalReached" | "record")[];
            }[];
        };
        PlannedQuotas: {
            period: string;
            season: components["schemas"]["Money"];
            amount: components["schemas"]["Money"];
            members: {
                repId: string;
                amount: components["schemas"]["Money"];
            }[];
        };
        PlannedTargets: {
            period: string;
            season: number;
            target: number;
            members: {
                repId: string;
                target: number;
            }[];
        };
        DateRange: {
            from: string;
            to: string;
        };
        RepPerformance: {
            asOf: string;
            knownAt: string;
            position: string;
            repId: string;
            period: string | null;
            wonDeals: number;
            wonAmount: components["schemas"]["Money"];
            lostDeals: number;
            winRate: number | null;
            averageCycleDays: number | null;
            openDeals: number;
            openAmount: components["schemas"]["Money"];
            weighted: components["schemas"]["Money"];
            quota?: components["schemas"]["Money"];
            attainment?: number | null;
            attainments?: components["schemas"]["Attainment"][];
            activities: {
                calls: number;
                emails: number;
                meetings: number;
                notes: number;
                tasks: number;
            };
            callSeconds: number;
        };
        Author: {
            id: string;
            name: string;
        };
        TimelineItem: {
            at: string;
            recordedAt: string;
            by: components["schemas"]["Author"];
            onBehalfOf?: components["schemas"]["Author"];
            /** @enum {string} */
            type: "DealOpened" | "DealAdvanced" | "DealMovedBack" | "DealAmountChanged" | "DealLinesChanged" | "DealRescheduled" | "DealCategorized" | "DealReassigned" | "DealSplit" | "DealWon" | "DealLost" | "DealReopened" | "DealCorrected" | "CallLogged" | "EmailLogged" | "MeetingLogged" | "NoteTaken" | "TaskAdded" | "TaskCompleted" | "TaskReassigned" | "CustomerAdded" | "CustomerAssigned" | "CustomerReleased" | "CustomerClaimed" | "CustomerProfileChanged" | "CustomerContactAdded" | "CustomerContactChanged" | "CustomerContactRemoved" | "CustomerMerged" | "CustomerErased" | "CustomerErasureCompleted" | "LeadCaptured" | "LeadQualified" | "LeadDisqualified" | "LeadConverted" | "LeadConversionCompleted";
            text: string;
            stream: string;
            revision: string;
            position: string;
            dealId?: string;
            activityId?: string;
        };
        AddTask: {
            activityId: string;
            repId: string;
            customerId: string | null;
            dealId: string | null;
            subject: string | null;
            text: string | null;
            dueOn: string | null;
        };
        ClaimCustomer: {
            customerId: string;
            ownerId: string;
        };
        CompleteCustomerErasure: {
            customerId: string;
        };
        MergeCustomer: {
            customerId: string;
            into: string;
        };
        EraseCustomer: {
            customerId: string;
            reason: string | null;
        };
        LogCall: {
            activityId: string;
            repId: string;
            customerId: string | null;
            dealId: string | null;
            subject: string | null;
            text: string | null;
            /** @enum {string|null} */
            direction: "inbound" | "outbound" | null;
            durationSeconds: number | null;
            outcome: string | null;
        };
        LogEmail: {
            activityId: string;
            repId: string;
            customerId: string | null;
            dealId: string | null;
            subject: string | null;
            text: string | null;
            /** @enum {string|null} */
            direction: "inbound" | "outbound" | null;
        };
        LogMeeting: {
            activityId: string;
            repId: string;
            customerId: string | null;
            dealId: string | null;
            subject: string | null;
            text: string | null;
            startsAt: string;
            endsAt: string | null;
            outcome: string | null;
        };
        TakeNote: {
            activityId: string;
            repId: string;
            customerId: string | null;
            dealId: string | null;
            subject: string | null;
            text: string | null;
        };
        CaptureLead: {
            name: string;
            company: string | null;
            email: string | null;
            phone: string | null;
            source: string | null;
            leadId: string;
            customerId: string;
            ownerId: string | null;
        };
        FirstDeal: {
            dealId: string;
            processId: string;
            name: string;
            amount: components["schemas"]["Money"];
            expectedCloseOn: string | null;
        };
        Sealed: {
            log: string;
            seals: number;
            events: number;
            position: string;
            since: string;
            longestWindow: number;
            keyIds: string[];
        };
        Flaw: {
            /** @enum {string} */
            what: "changed" | "deleted" | "inserted" | "reordered" | "tail-removed" | "unreadable" | "seal-forged" | "seal-missing" | "seal-unreadable" | "key-unknown" | "not-sealed" | "checkpoint-forged" | "resealed";
            position: string | null;
            stream?: string;
            revision?: string;
            type?: string;
            seal?: number;
            detail: string;
        };
        Verification: {
            valid: boolean;
            events: number;
            head: string | null;
            sealed: components["schemas"]["Sealed"] | null;
            brokenAt?: components["schemas"]["Flaw"];
        };
        Checkpoint: {
            /** @enum {number} */
            version: 1;
            log: string;
            seal: number;
            position: string;
            events: number;
            hash: string;
            keyId: string;
            at: string;
            signature: string;
        };
        Json: (string | number | boolean | unknown[] | {
            [key: string]: unknown;
        }) | null;
        ExportStatus: {
            id: string;
            /** @enum {string} */
            state: "failed" | "completed" | "exporting";
            progress: Record<string, never> | null;
            error: string | null;
            events: number | null;
            omitted: number | null;
            files: {
                name: string;
                rows: number;
            }[];
        };
        ImportCounts: {
            rows: number;
            accepted: number;
            unchanged: number;
            rejected: number;
            repaired: number;
        };
        RowProblem: {
            file: string;
            line: number;
            column: string | null;
            code: string;
            values: {
                [key: string]: string;
            };
            reason: string;
        };
        Remark: {
            file: string;
            column: string | null;
            code: string;
            values: {
                [key: string]: string;
            };
            text: string;
            rows: number;
            lines: number[];
        };
        AlikeRow: {
            id: string;
            name: string;
            line: number | null;
            matches: components["schemas"]["DuplicateMatch"][];
            weak: boolean;
        };
        DuplicateRow: {
            file: string;
            line: number;
            id: string;
            name: string;
            alike: components["schemas"]["AlikeRow"][];
        };
        DuplicatePreview: {
            rows: number;
            weakRows: number;
            first: components["schemas"]["DuplicateRow"][];
        };
        Delivery: {
            /** @enum {string} */
            channel: "email" | "webhook";
            /** @enum {string} */
            state: "failed" | "outstanding" | "delivered" | "givenUp";
            error: string | null;
            failedAt: string | null;
        };
        NotificationSubject: {
            kind: string;
            id: string;
            period: string | null;
        } | null;
        Successor: {
            ownerId: string;
            share: number;
        };
        ReceiptLine: {
            /** @enum {string} */
            kind: "deals" | "customers" | "tasks";
            id: string;
            to: string | null;
        };
        Counts: {
            deals: number;
            customers: number;
            tasks: number;
        };
        DeparturePreview: {
            position: string;
            repId: string;
            total: components["schemas"]["Counts"];
            successors: {
                ownerId: string;
                deals: number;
                customers: number;
                tasks: number;
            }[];
            lines: components["schemas"]["ReceiptLine"][];
        };
        IssuedToken: {
            tokenId: string;
            token?: string;
        };
        Model: {
            id: string;
            name: string;
            price: components["schemas"]["Money"];
        };
        Column: {
            name: string;
            /** @enum {string} */
            type: "number" | "text" | "integer" | "json";
        };
        Series: {
            /** @enum {string} */
            every: "month" | "day" | "week";
            /** @enum {string} */
            on: "sunday" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday";
            from: string;
            to: string;
        };
        ScenarioStage: {
            id: string;
            name: string;
            probability: number;
            /** @enum {string} */
            forecastCategory: "pipeline" | "bestCase" | "commit";
            from: string[];
        };
        Scenario: {
            processId: string | null;
            stages: components["schemas"]["ScenarioStage"][] | null;
            probabilities: {
                [key: string]: number;
            } | null;
            owners: {
                [key: string]: string;
            } | null;
        };
        SeriesRequest: {
            /** @enum {string} */
            kind: "series";
            question: string;
            series: components["schemas"]["Series"];
            /** @enum {string} */
            knownAt: "now" | "then";
            parameters: {
                [key: string]: unknown;
            };
            scenario: components["schemas"]["Scenario"] | null;
        };
        ProjectionRequest: {
            /** @enum {string} */
            kind: "projection";
            projection: string;
            from: ({
                position: string;
            } | {
                recordedAt: string;
            }) | null;
            to: ({
                position: string;
            } | {
                recordedAt: string;
            }) | null;
        };
        ReplayRequest: components["schemas"]["SeriesRequest"] | components["schemas"]["ProjectionRequest"];
        MethodScore: {
            /** @enum {string} */
            method: "commit" | "stage-weighted" | "best-case" | "historical-weighted" | "historical-conversion" | "historical-landing" | "submission";
            horizon: number | null;
            forecasts: number;
            accuracy: number;
            bias: number;
            error: number;
        };
        Row: {
            [key: string]: (string | number) | null;
        };
        WhatIf: {
            asOf: string;
            knownAt: string;
            position: string;
            columns: components["schemas"]["Column"][];
            rows: components["schemas"]["Row"][];
        };
        Values: {
            quota?: (number | components["schemas"]["Money"]) | null;
            wonDeals?: (number | components["schemas"]["Money"]) | null;
            wonAmount?: (number | components["schemas"]["Money"]) | null;
            wonQuantity?: (number | components["schemas"]["Money"]) | null;
            averageWonAmount?: (number | components["schemas"]["Money"]) | null;
            lostDeals?: (number | components["schemas"]["Money"]) | null;
            lostAmount?: (number | components["schemas"]["Money"]) | null;
            winRate?: (number | components["schemas"]["Money"]) | null;
            winRateByAmount?: (number | components["schemas"]["Money"]) | null;
            averageCycleDays?: (number | components["schemas"]["Money"]) | null;
            medianCycleDays?: (number | components["schemas"]["Money"]) | null;
            averageLossDays?: (number | components["schemas"]["Money"]) | null;
            medianLossDays?: (number | components["schemas"]["Money"]) | null;
            createdDeals?: (number | components["schemas"]["Money"]) | null;
            createdAmount?: (number | components["schemas"]["Money"]) | null;
            openDeals?: (number | components["schemas"]["Money"]) | null;
            openAmount?: (number | components["schemas"]["Money"]) | null;
            averageAgeDays?: (number | components["schemas"]["Money"]) | null;
            velocity?: (number | components["schemas"]["Money"]) | null;
            coverage?: (number | components["schemas"]["Money"]) | null;
            dueDeals?: (number | components["schemas"]["Money"]) | null;
            dueAmount?: (number | components["schemas"]["Money"]) | null;
            remainingQuota?: (number | components["schemas"]["Money"]) | null;
            attainment?: (number | components["schemas"]["Money"]) | null;
            slippedDeals?: (number | components["schemas"]["Money"]) | null;
            slippedAmount?: (number | components["schemas"]["Money"]) | null;
            slippedTimes?: (number | components["schemas"]["Money"]) | null;
            medianDaysSlipped?: (number | components["schemas"]["Money"]) | null;
            pushedDeals?: (number | components["schemas"]["Money"]) | null;
            pushedAmount?: (number | components["schemas"]["Money"]) | null;
            postponedDeals?: (number | components["schemas"]["Money"]) | null;
            postponedAmount?: (number | components["schemas"]["Money"]) | null;
            postponedTimes?: (number | components["schemas"]["Money"]) | null;
            medianDaysPostponed?: (number | components["schemas"]["Money"]) | null;
            overdueDeals?: (number | components["schemas"]["Money"]) | null;
            overdueAmount?: (number | components["schemas"]["Money"]) | null;
        };
        Report: {
            asOf: string;
            knownAt: string;
            position: string;
            /** @enum {string} */
            report: "velocity" | "coverage" | "win-rate" | "cycle" | "losses" | "products-sold" | "sources" | "new-business" | "pipeline-created" | "ageing" | "slippage";
            period: string | null;
            /** @enum {string} */
            group: "month" | "quarter" | "year" | "lostReason" | "competitor" | "model" | "region" | "industry" | "source" | "team" | "none" | "product" | "owner" | "customer" | "process" | "business" | "age";
            /** @enum {string|null} */
            second: "month" | "quarter" | "year" | "lostReason" | "competitor" | "model" | "region" | "industry" | "source" | "team" | "product" | "owner" | "customer" | "process" | "business" | "age" | null;
            measures: {
                /** @enum {string} */
                name: "quota" | "wonDeals" | "wonAmount" | "wonQuantity" | "averageWonAmount" | "lostDeals" | "lostAmount" | "winRate" | "winRateByAmount" | "averageCycleDays" | "medianCycleDays" | "averageLossDays" | "medianLossDays" | "createdDeals" | "createdAmount" | "openDeals" | "openAmount" | "averageAgeDays" | "velocity" | "coverage" | "dueDeals" | "dueAmount" | "remainingQuota" | "attainment" | "slippedDeals" | "slippedAmount" | "slippedTimes" | "medianDaysSlipped" | "pushedDeals" | "pushedAmount" | "postponedDeals" | "postponedAmount" | "postponedTimes" | "medianDaysPostponed" | "overdueDeals" | "overdueAmount";
                /** @enum {string} */
                kind: "days" | "count" | "money" | "moneyPerDay" | "share" | "ratio";
                formula: string;
            }[];
            total: {
                values: components["schemas"]["Values"];
                previous?: components["schemas"]["Values"];
                lastYear?: components["schemas"]["Values"];
                deals: string;
                group: string | null;
                name: string | null;
                within?: {
                    values: components["schemas"]["Values"];
                    previous?: components["schemas"]["Values"];
                    lastYear?: components["schemas"]["Values"];
                    deals: string;
                    second: string | null;
                    name: string | null;
                }[];
            };
            rows: {
                values: components["schemas"]["Values"];
                previous?: components["schemas"]["Values"];
                lastYear?: components["schemas"]["Values"];
                deals: string;
                group: string | null;
                name: string | null;
                within?: {
                    values: components["schemas"]["Values"];
                    previous?: components["schemas"]["Values"];
                    lastYear?: components["schemas"]["Values"];
                    deals: string;
                    second: string | null;
                    name: string | null;
                }[];
            }[];
        };
        ReportDeal: {
            dealId: string;
            /** @enum {string} */
            counts: "won" | "lost" | "created" | "open" | "due" | "slipped" | "pushed" | "postponed" | "overdue";
            amount: components["schemas"]["Money"];
            on: string | null;
            ownerId: string | null;
            customerId: string;
        };
        ReportDeals: {
            asOf: string;
            knownAt: string;
            position: string;
            items: components["schemas"]["ReportDeal"][];
            next: string | null;
        };
        ReportSchedule: {
            /** @enum {string} */
            every: "month" | "day" | "week";
            format: string;
            recipients: string[];
        };
        Stage: {
            id: string;
            name: string;
            probability: number;
            /** @enum {string} */
            forecastCategory: "pipeline" | "bestCase" | "commit";
            rotAfterDays: number | null;
            requires: string[];
            guidance: string | null;
        };
        ProcessRules: {
            allowSkip: boolean;
            allowBack: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Both stores answer, and reads are not too old */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description EventStoreUnavailable, ReadStoreUnavailable, ReadModelsStale */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listProjections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        position: string;
                        lease: components["schemas"]["ToldLease"] | null;
                        shards: {
                            position: string | null;
                            lag: string;
                            number: number;
                            of: number;
                            lease: components["schemas"]["ToldLease"] | null;
                        }[];
                        items: {
                            position: string | null;
                            lag: {
                                positions: string;
                                seconds: number;
                            };
                            rate: number | null;
                            building: {
                                position: string;
                                /** @enum {string} */
                                kind: "rebuild" | "rollback";
                                rate: number;
                                secondsLeft: number | null;
                            } | null;
                            parked: {
                                key: string;
                                position: string;
                                type: string;
                                error: string;
                                events: number;
                            }[];
                            name: string;
                            version: number;
                            /** @enum {string} */
                            state: "notBegun" | "behind" | "upToDate";
                            generation: number;
                            compared: components["schemas"]["Comparison"] | null;
                            isKept: boolean;
                            isOutdated: boolean;
                        }[];
                        next: unknown;
                    };
                };
            };
        };
    };
    scrape: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    whoAmI: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Actor"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Actor"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    stream: {
        parameters: {
            query?: {
                /** @description Start behind this position; `Last-Event-ID` goes before it */
                after?: string;
            };
            header?: {
                /** @description Position of the last event that was received */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An endless stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeCalendar: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeCalendarBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description CurrencyIsTheCompanys, RateInvalid, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getCompany: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listExchangeRates: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                currency?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        items: {
                            id: string;
                            revision: string;
                            currency: string;
                            base: string;
                            rates: components["schemas"]["RateFrom"][];
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    setExchangeRate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetExchangeRateBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description CurrencyIsTheCompanys, RateInvalid, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listProcesses: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        items: {
                            id: string;
                            revision: string;
                            version: number;
                            name: string;
                            stages: components["schemas"]["Stage"][];
                            rules: components["schemas"]["ProcessRules"];
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    defineProcess: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProcessBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description ProcessAlreadyExists, ProcessNameMissing, StagesMissing, StageRepeated, StageNameMissing, ProbabilityOutOfRange, RotAfterDaysNotPositive, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    reviseProcess: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProcessBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description ProcessAlreadyExists, ProcessNameMissing, StagesMissing, StageRepeated, StageNameMissing, ProbabilityOutOfRange, RotAfterDaysNotPositive, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getProcess: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        id: string;
                        revision: string;
                        version: number;
                        name: string;
                        stages: components["schemas"]["Stage"][];
                        rules: components["schemas"]["ProcessRules"];
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listTeams: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        items: {
                            id: string;
                            revision: string;
                            name: string;
                            parentId: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    formTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormTeamBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description TeamAlreadyExists, ParentTeamUnknown, TeamBelowItself, ParentTeamChangedLater, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    renameTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameTeamBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description TeamAlreadyExists, ParentTeamUnknown, TeamBelowItself, ParentTeamChangedLater, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    moveTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveTeamBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description TeamAlreadyExists, ParentTeamUnknown, TeamBelowItself, ParentTeamChangedLater, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listReps: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                teamId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        items: {
                            id: string;
                            revision: string;
                            name: string;
                            email: string;
                            teamId: string;
                            /** @enum {string} */
                            role: "rep" | "manager" | "analyst" | "admin" | "reader";
                            region: string | null;
                            hiredOn: string | null;
                            departedOn: string | null;
                            /** @enum {string} */
                            presence: "here" | "handingOver" | "departed";
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    hireRep: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HireRepBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RepAlreadyExists, RepIdReserved, TeamUnknown, RepDeparted, TokenAlreadyExists, TokenUnknown, RepAlreadyDeparted, SuccessorMissing, SuccessorIsLeaver, SuccessorRepeated, SuccessorShareNotPositive, RepUnknown, DepartureUnknown, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    moveRep: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveRepBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RepAlreadyExists, RepIdReserved, TeamUnknown, RepDeparted, TokenAlreadyExists, TokenUnknown, RepAlreadyDeparted, SuccessorMissing, SuccessorIsLeaver, SuccessorRepeated, SuccessorShareNotPositive, RepUnknown, DepartureUnknown, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeRepProfile: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeRepProfileBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RepAlreadyExists, RepIdReserved, TeamUnknown, RepDeparted, TokenAlreadyExists, TokenUnknown, RepAlreadyDeparted, SuccessorMissing, SuccessorIsLeaver, SuccessorRepeated, SuccessorShareNotPositive, RepUnknown, DepartureUnknown, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    issueRepToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueRepTokenBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"] & components["schemas"]["IssuedToken"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RepAlreadyExists, RepIdReserved, TeamUnknown, RepDeparted, TokenAlreadyExists, TokenUnknown, RepAlreadyDeparted, SuccessorMissing, SuccessorIsLeaver, SuccessorRepeated, SuccessorShareNotPositive, RepUnknown, DepartureUnknown, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    revokeRepToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                tokenId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RepAlreadyExists, RepIdReserved, TeamUnknown, RepDeparted, TokenAlreadyExists, TokenUnknown, RepAlreadyDeparted, SuccessorMissing, SuccessorIsLeaver, SuccessorRepeated, SuccessorShareNotPositive, RepUnknown, DepartureUnknown, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    departRep: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DepartRepBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RepAlreadyExists, RepIdReserved, TeamUnknown, RepDeparted, TokenAlreadyExists, TokenUnknown, RepAlreadyDeparted, SuccessorMissing, SuccessorIsLeaver, SuccessorRepeated, SuccessorShareNotPositive, RepUnknown, DepartureUnknown, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    previewDeparture: {
        parameters: {
            query?: {
                /** @description The managers, or the other reps, of the leaver's team */
                rule?: "manager" | "team";
                /** @description Or this one */
                successor?: string;
                /** @description Or these, with their shares (default: 1): `ann:3,bob` */
                successors?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeparturePreview"];
                };
            };
            /** @description RepUnknown, RepDeparted, SuccessorIsLeaver: as the departure would be */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getDeparture: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        id: string;
                        repId: string;
                        on: string;
                        successors: components["schemas"]["Successor"][];
                        reason: string | null;
                        /** @enum {string} */
                        state: "here" | "handingOver" | "departed";
                        job: {
                            /** @enum {string} */
                            state: "waiting" | "active" | "done" | "failed";
                            attempts: number;
                            progress: components["schemas"]["JobProgress"] | null;
                            error: string | null;
                        } | null;
                        handedOver: {
                            deals: number;
                            customers: number;
                            tasks: number;
                        } | null;
                        receipt: components["schemas"]["ReceiptLine"][];
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getRep: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        tokens: {
                            id: string;
                            expiresAt: string | null;
                            revoked: boolean;
                        }[];
                        id: string;
                        revision: string;
                        name: string;
                        email: string;
                        teamId: string;
                        /** @enum {string} */
                        role: "rep" | "manager" | "analyst" | "admin" | "reader";
                        region: string | null;
                        hiredOn: string | null;
                        departedOn: string | null;
                        /** @enum {string} */
                        presence: "here" | "handingOver" | "departed";
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getTeam: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        id: string;
                        revision: string;
                        name: string;
                        parentId: string | null;
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listProducts: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        items: {
                            id: string;
                            revision: string;
                            name: string;
                            models: components["schemas"]["Model"][];
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    addProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddProductBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description ProductAlreadyExists, ProductNameMissing, ModelNameMissing, ModelRepeated, PriceInvalid, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    reviseProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description ProductAlreadyExists, ProductNameMissing, ModelNameMissing, ModelRepeated, PriceInvalid, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getProduct: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        id: string;
                        revision: string;
                        name: string;
                        models: components["schemas"]["Model"][];
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listCustomers: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                ownerId?: string;
                industry?: string;
                region?: string;
                /** @description Words that are in the name, or in the name, e-mail or phone of a contact (`foundIn`); case and accents do not count. Names that begin so come first */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        items: {
                            foundIn: components["schemas"]["FoundIn"] | null;
                            revision: string;
                            name: string;
                            ownerId: string | null;
                            industry: string | null;
                            region: string | null;
                            source: string | null;
                            id: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    addCustomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddCustomerBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description CustomerAlreadyExists, ContactRepeated, CustomerAlreadyOwned, CustomerIsMerged, MergedIntoItself, SurvivorUnknown, CustomerIsErased, CustomerNotErased, RepUnknown, RepDeparted, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    assignCustomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignCustomerBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description CustomerAlreadyExists, ContactRepeated, CustomerAlreadyOwned, CustomerIsMerged, MergedIntoItself, SurvivorUnknown, CustomerIsErased, CustomerNotErased, RepUnknown, RepDeparted, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    releaseCustomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseCustomerBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description CustomerAlreadyExists, ContactRepeated, CustomerAlreadyOwned, CustomerIsMerged, MergedIntoItself, SurvivorUnknown, CustomerIsErased, CustomerNotErased, RepUnknown, RepDeparted, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    claimCustomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description CustomerAlreadyExists, ContactRepeated, CustomerAlreadyOwned, CustomerIsMerged, MergedIntoItself, SurvivorUnknown, CustomerIsErased, CustomerNotErased, RepUnknown, RepDeparted, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeCustomerProfile: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeCustomerProfileBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description CustomerAlreadyExists, ContactRepeated, CustomerAlreadyOwned, CustomerIsMerged, MergedIntoItself, SurvivorUnknown, CustomerIsErased, CustomerNotErased, RepUnknown, RepDeparted, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    putCustomerContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutCustomerContactBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description CustomerAlreadyExists, ContactRepeated, CustomerAlreadyOwned, CustomerIsMerged, MergedIntoItself, SurvivorUnknown, CustomerIsErased, CustomerNotErased, RepUnknown, RepDeparted, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    removeCustomerContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                contactId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description CustomerAlreadyExists, ContactRepeated, CustomerAlreadyOwned, CustomerIsMerged, MergedIntoItself, SurvivorUnknown, CustomerIsErased, CustomerNotErased, RepUnknown, RepDeparted, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    mergeCustomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeCustomerBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description CustomerAlreadyExists, ContactRepeated, CustomerAlreadyOwned, CustomerIsMerged, MergedIntoItself, SurvivorUnknown, CustomerIsErased, CustomerNotErased, RepUnknown, RepDeparted, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    eraseCustomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EraseCustomerBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getCustomer: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        lastActivity: components["schemas"]["LastActivity"] | null;
                        nextTask: components["schemas"]["NextTask"] | null;
                        mergedInto: string | null;
                        merged: string[];
                        contacts: components["schemas"]["Contact"][];
                        owners: components["schemas"]["Ownership"][];
                        deals: {
                            open: {
                                deals: number;
                                amount: components["schemas"]["Money"];
                            };
                            won: {
                                deals: number;
                                amount: components["schemas"]["Money"];
                            };
                            lost: {
                                deals: number;
                                amount: components["schemas"]["Money"];
                            };
                        };
                        revision: string;
                        name: string;
                        ownerId: string | null;
                        industry: string | null;
                        region: string | null;
                        source: string | null;
                        id: string;
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    findCustomerDuplicates: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                /** @description Of the customer: case, accents, punctuation and legal form do not count */
                name?: string;
                /** @description Of a contact */
                email?: string;
                /** @description Of a contact */
                phone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        items: components["schemas"]["LikelyDuplicate"][];
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getCustomerDuplicates: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        items: components["schemas"]["LikelyDuplicate"][];
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listLeads: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                status?: "new" | "qualified" | "disqualified" | "converted";
                ownerId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        items: {
                            disqualifiedReason: string | null;
                            customerId: string | null;
                            dealId: string | null;
                            id: string;
                            revision: string;
                            name: string;
                            company: string | null;
                            email: string | null;
                            phone: string | null;
                            source: string | null;
                            ownerId: string | null;
                            /** @enum {string} */
                            status: "new" | "qualified" | "disqualified" | "converted";
                            since: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    captureLead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaptureLeadBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description LeadAlreadyExists, LeadAlreadyConverted, LeadNotQualified, FirstDealRefused, LeadNotConverted, RepUnknown, RepDeparted, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    qualifyLead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QualifyLeadBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description LeadAlreadyExists, LeadAlreadyConverted, LeadNotQualified, FirstDealRefused, LeadNotConverted, RepUnknown, RepDeparted, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    disqualifyLead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisqualifyLeadBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description LeadAlreadyExists, LeadAlreadyConverted, LeadNotQualified, FirstDealRefused, LeadNotConverted, RepUnknown, RepDeparted, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    convertLead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConvertLeadBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description LeadAlreadyExists, LeadAlreadyConverted, LeadNotQualified, FirstDealRefused, LeadNotConverted, RepUnknown, RepDeparted, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getLead: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        disqualifiedReason: string | null;
                        customerId: string | null;
                        dealId: string | null;
                        id: string;
                        revision: string;
                        name: string;
                        company: string | null;
                        email: string | null;
                        phone: string | null;
                        source: string | null;
                        ownerId: string | null;
                        /** @enum {string} */
                        status: "new" | "qualified" | "disqualified" | "converted";
                        since: string;
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getLeadDuplicates: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        items: components["schemas"]["LikelyDuplicate"][];
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    advanceDeal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdvanceDealBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description DealAlreadyExists, DealNameMissing, AmountMissing, AmountInvalid, QuantityNotPositive, ExchangeRateMissing, CurrencyMismatch, ProcessNotGiven, ProcessUnknown, CustomerUnknown, ProductUnknown, ModelUnknown, SplitInvalid, RepUnknown, RepDeparted, DealNotOpen, DealNotClosed, StageUnknown, StageNotAhead, StageNotBehind, StageSkipped, MoveBackNotAllowed, FieldHasOwnCommand, RequiredFieldMissing, ReasonMissing, EffectiveInFuture, EffectiveBeforeOpening, SignedInFuture, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    categorizeDeal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CategorizeDealBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description DealAlreadyExists, DealNameMissing, AmountMissing, AmountInvalid, QuantityNotPositive, ExchangeRateMissing, CurrencyMismatch, ProcessNotGiven, ProcessUnknown, CustomerUnknown, ProductUnknown, ModelUnknown, SplitInvalid, RepUnknown, RepDeparted, DealNotOpen, DealNotClosed, StageUnknown, StageNotAhead, StageNotBehind, StageSkipped, MoveBackNotAllowed, FieldHasOwnCommand, RequiredFieldMissing, ReasonMissing, EffectiveInFuture, EffectiveBeforeOpening, SignedInFuture, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeDealAmount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeDealAmountBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description DealAlreadyExists, DealNameMissing, AmountMissing, AmountInvalid, QuantityNotPositive, ExchangeRateMissing, CurrencyMismatch, ProcessNotGiven, ProcessUnknown, CustomerUnknown, ProductUnknown, ModelUnknown, SplitInvalid, RepUnknown, RepDeparted, DealNotOpen, DealNotClosed, StageUnknown, StageNotAhead, StageNotBehind, StageSkipped, MoveBackNotAllowed, FieldHasOwnCommand, RequiredFieldMissing, ReasonMissing, EffectiveInFuture, EffectiveBeforeOpening, SignedInFuture, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeDealLines: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeDealLinesBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description DealAlreadyExists, DealNameMissing, AmountMissing, AmountInvalid, QuantityNotPositive, ExchangeRateMissing, CurrencyMismatch, ProcessNotGiven, ProcessUnknown, CustomerUnknown, ProductUnknown, ModelUnknown, SplitInvalid, RepUnknown, RepDeparted, DealNotOpen, DealNotClosed, StageUnknown, StageNotAhead, StageNotBehind, StageSkipped, MoveBackNotAllowed, FieldHasOwnCommand, RequiredFieldMissing, ReasonMissing, EffectiveInFuture, EffectiveBeforeOpening, SignedInFuture, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    correctDeal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectDealBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description DealAlreadyExists, DealNameMissing, AmountMissing, AmountInvalid, QuantityNotPositive, ExchangeRateMissing, CurrencyMismatch, ProcessNotGiven, ProcessUnknown, CustomerUnknown, ProductUnknown, ModelUnknown, SplitInvalid, RepUnknown, RepDeparted, DealNotOpen, DealNotClosed, StageUnknown, StageNotAhead, StageNotBehind, StageSkipped, MoveBackNotAllowed, FieldHasOwnCommand, RequiredFieldMissing, ReasonMissing, EffectiveInFuture, EffectiveBeforeOpening, SignedInFuture, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    loseDeal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoseDealBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description DealAlreadyExists, DealNameMissing, AmountMissing, AmountInvalid, QuantityNotPositive, ExchangeRateMissing, CurrencyMismatch, ProcessNotGiven, ProcessUnknown, CustomerUnknown, ProductUnknown, ModelUnknown, SplitInvalid, RepUnknown, RepDeparted, DealNotOpen, DealNotClosed, StageUnknown, StageNotAhead, StageNotBehind, StageSkipped, MoveBackNotAllowed, FieldHasOwnCommand, RequiredFieldMissing, ReasonMissing, EffectiveInFuture, EffectiveBeforeOpening, SignedInFuture, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    moveBackDeal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveBackDealBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description DealAlreadyExists, DealNameMissing, AmountMissing, AmountInvalid, QuantityNotPositive, ExchangeRateMissing, CurrencyMismatch, ProcessNotGiven, ProcessUnknown, CustomerUnknown, ProductUnknown, ModelUnknown, SplitInvalid, RepUnknown, RepDeparted, DealNotOpen, DealNotClosed, StageUnknown, StageNotAhead, StageNotBehind, StageSkipped, MoveBackNotAllowed, FieldHasOwnCommand, RequiredFieldMissing, ReasonMissing, EffectiveInFuture, EffectiveBeforeOpening, SignedInFuture, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listDeals: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                owner?: string;
                customer?: string;
                process?: string;
                stage?: string;
                status?: "Open" | "Won" | "Lost";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealList"];
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    openDeal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenDealBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description DealAlreadyExists, DealNameMissing, AmountMissing, AmountInvalid, QuantityNotPositive, ExchangeRateMissing, CurrencyMismatch, ProcessNotGiven, ProcessUnknown, CustomerUnknown, ProductUnknown, ModelUnknown, SplitInvalid, RepUnknown, RepDeparted, DealNotOpen, DealNotClosed, StageUnknown, StageNotAhead, StageNotBehind, StageSkipped, MoveBackNotAllowed, FieldHasOwnCommand, RequiredFieldMissing, ReasonMissing, EffectiveInFuture, EffectiveBeforeOpening, SignedInFuture, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    reassignDeal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReassignDealBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description DealAlreadyExists, DealNameMissing, AmountMissing, AmountInvalid, QuantityNotPositive, ExchangeRateMissing, CurrencyMismatch, ProcessNotGiven, ProcessUnknown, CustomerUnknown, ProductUnknown, ModelUnknown, SplitInvalid, RepUnknown, RepDeparted, DealNotOpen, DealNotClosed, StageUnknown, StageNotAhead, StageNotBehind, StageSkipped, MoveBackNotAllowed, FieldHasOwnCommand, RequiredFieldMissing, ReasonMissing, EffectiveInFuture, EffectiveBeforeOpening, SignedInFuture, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    reopenDeal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenDealBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description DealAlreadyExists, DealNameMissing, AmountMissing, AmountInvalid, QuantityNotPositive, ExchangeRateMissing, CurrencyMismatch, ProcessNotGiven, ProcessUnknown, CustomerUnknown, ProductUnknown, ModelUnknown, SplitInvalid, RepUnknown, RepDeparted, DealNotOpen, DealNotClosed, StageUnknown, StageNotAhead, StageNotBehind, StageSkipped, MoveBackNotAllowed, FieldHasOwnCommand, RequiredFieldMissing, ReasonMissing, EffectiveInFuture, EffectiveBeforeOpening, SignedInFuture, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    rescheduleDeal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RescheduleDealBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description DealAlreadyExists, DealNameMissing, AmountMissing, AmountInvalid, QuantityNotPositive, ExchangeRateMissing, CurrencyMismatch, ProcessNotGiven, ProcessUnknown, CustomerUnknown, ProductUnknown, ModelUnknown, SplitInvalid, RepUnknown, RepDeparted, DealNotOpen, DealNotClosed, StageUnknown, StageNotAhead, StageNotBehind, StageSkipped, MoveBackNotAllowed, FieldHasOwnCommand, RequiredFieldMissing, ReasonMissing, EffectiveInFuture, EffectiveBeforeOpening, SignedInFuture, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    splitDeal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SplitDealBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description DealAlreadyExists, DealNameMissing, AmountMissing, AmountInvalid, QuantityNotPositive, ExchangeRateMissing, CurrencyMismatch, ProcessNotGiven, ProcessUnknown, CustomerUnknown, ProductUnknown, ModelUnknown, SplitInvalid, RepUnknown, RepDeparted, DealNotOpen, DealNotClosed, StageUnknown, StageNotAhead, StageNotBehind, StageSkipped, MoveBackNotAllowed, FieldHasOwnCommand, RequiredFieldMissing, ReasonMissing, EffectiveInFuture, EffectiveBeforeOpening, SignedInFuture, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    winDeal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WinDealBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description DealAlreadyExists, DealNameMissing, AmountMissing, AmountInvalid, QuantityNotPositive, ExchangeRateMissing, CurrencyMismatch, ProcessNotGiven, ProcessUnknown, CustomerUnknown, ProductUnknown, ModelUnknown, SplitInvalid, RepUnknown, RepDeparted, DealNotOpen, DealNotClosed, StageUnknown, StageNotAhead, StageNotBehind, StageSkipped, MoveBackNotAllowed, FieldHasOwnCommand, RequiredFieldMissing, ReasonMissing, EffectiveInFuture, EffectiveBeforeOpening, SignedInFuture, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    board: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                /** @description Only deals of this rep */
                owner?: string;
                /** @description Only deals of this team and those below it */
                team?: string;
                /** @description With the so many largest deals of each stage */
                cards?: number;
            };
            header?: never;
            path: {
                processId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Board"];
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changes: {
        parameters: {
            query: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description The earlier instant; of a date its beginning */
                from: string;
                /** @description The later instant. Default, and at most: `asOf` */
                to?: string;
                /** @description Only deals with a close date in it. Default: all */
                period?: string;
                /** @description Only deals of this rep */
                owner?: string;
                /** @description Only deals of this team and those below it */
                team?: string;
                /** @description List the deals of this step, with their events */
                row?: "start" | "created" | "reopened" | "transferredIn" | "pulledIn" | "increased" | "decreased" | "pushedOut" | "transferredOut" | "won" | "lost" | "end";
            };
            header?: never;
            path: {
                processId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        processId: string;
                        from: string;
                        to: string;
                        period: string | null;
                        won: components["schemas"]["ShownStep"];
                        lost: components["schemas"]["ShownStep"];
                        end: components["schemas"]["ShownStep"];
                        created: components["schemas"]["ShownStep"];
                        reopened: components["schemas"]["ShownStep"];
                        transferredIn: components["schemas"]["ShownStep"];
                        pulledIn: components["schemas"]["ShownStep"];
                        pushedOut: components["schemas"]["ShownStep"];
                        transferredOut: components["schemas"]["ShownStep"];
                        start: components["schemas"]["ShownStep"];
                        increased: components["schemas"]["ShownStep"];
                        decreased: components["schemas"]["ShownStep"];
                        deals: components["schemas"]["ShownChange"][];
                        next: string | null;
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    conversion: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Deals that came into the stage then or later. Default: all */
                from?: string;
                /** @description Deals that came into the stage before. Default: all */
                to?: string;
                /** @description Only what this rep owned when it came into the stage */
                owner?: string;
                /** @description Only what reps of this team, and those below it, owned then */
                team?: string;
                /** @description A cohort for each */
                by?: "month" | "quarter" | "year";
                /** @description Also list deals of this stage, the latest first: `limit`, `cursor` and `next` */
                stage?: string;
                /** @description List the deals of this count of the stage. Default: entered */
                row?: "entered" | "advanced" | "lost" | "open" | "won";
                /** @description List those of this cohort; takes `by`. Default: all */
                cohort?: string;
            };
            header?: never;
            path: {
                processId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversion"];
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    slippage: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description The first day. Default: all */
                from?: string;
                /** @description The day after the last one. Default: all */
                to?: string;
                /** @description Only what happened while this rep owned the deal */
                owner?: string;
                /** @description Only what happened while reps of this team, and those below it, owned the deal */
                team?: string;
                /** @description Also list these, the latest first: `limit`, `cursor` and `next` */
                row?: "slipped" | "pushed" | "postponed";
            };
            header?: never;
            path: {
                processId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        processId: string;
                        from: string | null;
                        to: string | null;
                        slipped: {
                            deals: number;
                            times: number;
                            medianDays: number | null;
                            amount: components["schemas"]["Money"];
                        };
                        pushed: {
                            deals: number;
                            times: number;
                            medianDays: number | null;
                            amount: components["schemas"]["Money"];
                        };
                        postponed: {
                            deals: number;
                            times: number;
                            medianDays: number | null;
                            amount: components["schemas"]["Money"];
                        };
                        stillOpen: number;
                        owners: {
                            ownerId: string | null;
                            slipped: {
                                deals: number;
                                times: number;
                                medianDays: number | null;
                                amount: components["schemas"]["Money"];
                            };
                            pushed: {
                                deals: number;
                                times: number;
                                medianDays: number | null;
                                amount: components["schemas"]["Money"];
                            };
                            postponed: {
                                deals: number;
                                times: number;
                                medianDays: number | null;
                                amount: components["schemas"]["Money"];
                            };
                            stillOpen: number;
                        }[];
                        items?: components["schemas"]["ShownSlip"][];
                        next?: string | null;
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getDeal: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        customerId: string;
                        processId: string;
                        stage: string;
                        amount: components["schemas"]["Money"];
                        lines: components["schemas"]["DealLine"][];
                        ownerId: string | null;
                        expectedCloseOn: string | null;
                        fields: components["schemas"]["FieldValues"];
                        id: string;
                        /** @enum {string} */
                        status: "Open" | "Won" | "Lost";
                        /** @enum {string|null} */
                        forecastCategory: "pipeline" | "bestCase" | "commit" | "omitted" | null;
                        split: components["schemas"]["CreditShare"][] | null;
                        openedAt: string;
                        stageSince: string;
                        closedAt: string | null;
                        signedOn: string | null;
                        lostReason: string | null;
                        competitor: string | null;
                        reopenReason: string | null;
                        companyAmount: components["schemas"]["Money"];
                        revision: string;
                        asOf: string;
                        knownAt: string;
                        position: string;
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getHistory: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        id: string;
                        items: {
                            name: string;
                            customerId: string;
                            processId: string;
                            stage: string;
                            amount: components["schemas"]["Money"];
                            lines: components["schemas"]["DealLine"][];
                            ownerId: string | null;
                            expectedCloseOn: string | null;
                            fields: components["schemas"]["FieldValues"];
                            id: string;
                            /** @enum {string} */
                            status: "Open" | "Won" | "Lost";
                            /** @enum {string|null} */
                            forecastCategory: "pipeline" | "bestCase" | "commit" | "omitted" | null;
                            split: components["schemas"]["CreditShare"][] | null;
                            openedAt: string;
                            stageSince: string;
                            closedAt: string | null;
                            signedOn: string | null;
                            lostReason: string | null;
                            competitor: string | null;
                            reopenReason: string | null;
                            companyAmount: components["schemas"]["Money"];
                            revision: string;
                            knownFrom: string;
                            knownTo: string | null;
                            validFrom: string;
                            validTo: string | null;
                        }[];
                        next: unknown;
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    logCall: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogCallBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description ActivityAlreadyExists, RepUnknown, RepDeparted, CustomerUnknown, DealUnknown, DealOfAnotherCustomer, CustomerOrDealMissing, DurationInvalid, MeetingEndsBeforeItStarts, ActivityNotATask, TaskAlreadyCompleted, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    logEmail: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogEmailBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description ActivityAlreadyExists, RepUnknown, RepDeparted, CustomerUnknown, DealUnknown, DealOfAnotherCustomer, CustomerOrDealMissing, DurationInvalid, MeetingEndsBeforeItStarts, ActivityNotATask, TaskAlreadyCompleted, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    logMeeting: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogMeetingBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description ActivityAlreadyExists, RepUnknown, RepDeparted, CustomerUnknown, DealUnknown, DealOfAnotherCustomer, CustomerOrDealMissing, DurationInvalid, MeetingEndsBeforeItStarts, ActivityNotATask, TaskAlreadyCompleted, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    takeNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AboutBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description ActivityAlreadyExists, RepUnknown, RepDeparted, CustomerUnknown, DealUnknown, DealOfAnotherCustomer, CustomerOrDealMissing, DurationInvalid, MeetingEndsBeforeItStarts, ActivityNotATask, TaskAlreadyCompleted, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    addTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddTaskBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description ActivityAlreadyExists, RepUnknown, RepDeparted, CustomerUnknown, DealUnknown, DealOfAnotherCustomer, CustomerOrDealMissing, DurationInvalid, MeetingEndsBeforeItStarts, ActivityNotATask, TaskAlreadyCompleted, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    completeTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description ActivityAlreadyExists, RepUnknown, RepDeparted, CustomerUnknown, DealUnknown, DealOfAnotherCustomer, CustomerOrDealMissing, DurationInvalid, MeetingEndsBeforeItStarts, ActivityNotATask, TaskAlreadyCompleted, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    reassignTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReassignTaskBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description ActivityAlreadyExists, RepUnknown, RepDeparted, CustomerUnknown, DealUnknown, DealOfAnotherCustomer, CustomerOrDealMissing, DurationInvalid, MeetingEndsBeforeItStarts, ActivityNotATask, TaskAlreadyCompleted, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listActivities: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                repId?: string;
                customerId?: string;
                dealId?: string;
                kind?: "call" | "email" | "meeting" | "note" | "task";
                /** @description Took place then or later */
                from?: string;
                /** @description Took place before */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        items: {
                            /** @enum {string} */
                            kind: "call" | "email" | "meeting" | "note" | "task";
                            dealId: string | null;
                            customerId: string | null;
                            id: string;
                            repId: string;
                            subject: string | null;
                            text: string | null;
                            dueOn: string | null;
                            /** @enum {string|null} */
                            direction: "inbound" | "outbound" | null;
                            durationSeconds: number | null;
                            outcome: string | null;
                            endsAt: string | null;
                            at: string;
                            recordedAt: string;
                            /** @enum {string|null} */
                            state: "done" | "open" | null;
                            completedAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listQuotas: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                period?: string;
                repId?: string;
                teamId?: string;
                measure?: "amount" | "deals" | "activities";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        items: ({
                            /** @enum {string} */
                            measure: "amount";
                            amount: components["schemas"]["Money"];
                            period: string;
                            days: components["schemas"]["DateRange"];
                            repId: string;
                            id: string;
                            revision: string;
                        } | {
                            /** @enum {string} */
                            measure: "deals" | "activities";
                            target: number;
                            period: string;
                            days: components["schemas"]["DateRange"];
                            repId: string;
                            id: string;
                            revision: string;
                        } | {
                            /** @enum {string} */
                            measure: "amount";
                            amount: components["schemas"]["Money"];
                            period: string;
                            days: components["schemas"]["DateRange"];
                            teamId: string;
                            id: string;
                            revision: string;
                        } | {
                            /** @enum {string} */
                            measure: "deals" | "activities";
                            target: number;
                            period: string;
                            days: components["schemas"]["DateRange"];
                            teamId: string;
                            id: string;
                            revision: string;
                        })[];
                        next: string | null;
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    setQuota: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetQuotaBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description ExchangeRateMissing, QuotaNegative, RepUnknown, TeamUnknown, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    quotaPlan: {
        parameters: {
            query: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                /** @description The year or quarter that the quota of the team is for */
                period: string;
                /** @description What is counted; default: amount */
                measure?: "amount" | "deals" | "activities";
                /** @description The quota of the team, in minor units of the company's currency, of the measure amount */
                amount?: number;
                /** @description How many, of the measures deals and activities */
                target?: number;
                /** @description How long the parts are; default: month */
                by?: "month" | "quarter";
                /** @description How many years before tell the season; default: 3; 0: even */
                years?: number;
                /** @description The same for each rep (default), or by what each has won, or done */
                members?: "even" | "won";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        teamId: string;
                        period: string;
                        /** @enum {string} */
                        measure: "amount";
                        amount: components["schemas"]["Money"];
                        parts: components["schemas"]["PlannedQuotas"][];
                    } | {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        teamId: string;
                        period: string;
                        /** @enum {string} */
                        measure: "deals" | "activities";
                        target: number;
                        parts: components["schemas"]["PlannedTargets"][];
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    forecast: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                /** @description Only what this rep owns, or owned when it was won */
                owner?: string;
                /** @description Only what reps of this team, and of those below it, own */
                team?: string;
                region?: string;
                /** @description Only lines of this product */
                product?: string;
                /** @description Only lines of this model: `product/model` */
                model?: string;
                source?: string;
                industry?: string;
                customer?: string;
                process?: string;
                /** @description Default: month */
                by?: "month" | "quarter" | "year";
                /** @description First period, or a period or date in it. Default: all */
                from?: string;
                /** @description Last period, or a period or date in it. Default: all */
                to?: string;
                /** @description Default: none */
                group?: "none" | "owner" | "team" | "region" | "product" | "model" | "source" | "industry" | "customer" | "process";
                /** @description A second group within the first. Default: none */
                second?: "owner" | "team" | "region" | "product" | "model" | "source" | "industry" | "customer" | "process";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Forecast"];
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    performance: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                /** @description Default: all time */
                period?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepPerformance"];
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    leaderboard: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                /** @description Default: all time */
                period?: string;
                /** @description Only reps of this team and those below it */
                team?: string;
                /** @description Whose quotas `attainment` is of; default: amount */
                measure?: "amount" | "deals" | "activities";
            };
            header?: never;
            path: {
                metric: "wonAmount" | "wonDeals" | "winRate" | "activities" | "attainment";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Leaderboard"];
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    chooseName: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseLeaderboardNameBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RepUnknown, TeamUnknown, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    adjustForecast: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                period: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdjustForecastBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description ForecastNotAdjusted, ForecastNegative, RepUnknown, TeamUnknown, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    submitForecast: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                period: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitForecastBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description ForecastNegative, RepUnknown, TeamUnknown, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    setSubmissionDeadline: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetSubmissionDeadlineBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listForecastAdjustments: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Only of this rep */
                owner?: string;
                /** @description Only of this team itself */
                team?: string;
            };
            header?: never;
            path: {
                period: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        items: ({
                            history: {
                                amount: components["schemas"]["Money"] | null;
                                note: string | null;
                                by: string;
                                at: string;
                                recordedAt: string;
                            }[];
                            amount: components["schemas"]["Money"] | null;
                            note: string | null;
                            by: string;
                            at: string;
                            recordedAt: string;
                            level: string | null;
                            /** @enum {string} */
                            category: "pipeline" | "bestCase" | "commit";
                            ownerId: string;
                            id: string;
                            revision: string;
                        } | {
                            history: {
                                amount: components["schemas"]["Money"] | null;
                                note: string | null;
                                by: string;
                                at: string;
                                recordedAt: string;
                            }[];
                            amount: components["schemas"]["Money"] | null;
                            note: string | null;
                            by: string;
                            at: string;
                            recordedAt: string;
                            level: string | null;
                            /** @enum {string} */
                            category: "pipeline" | "bestCase" | "commit";
                            teamId: string;
                            id: string;
                            revision: string;
                        })[];
                        next: string | null;
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listForecastSubmissions: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Only of this rep */
                owner?: string;
                /** @description Only of this team itself */
                team?: string;
            };
            header?: never;
            path: {
                period: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        items: ({
                            history: {
                                dueAt: string | null;
                                late: boolean;
                                amount: components["schemas"]["Money"];
                                note: string | null;
                                by: string;
                                at: string;
                                recordedAt: string;
                            }[];
                            dueAt: string | null;
                            late: boolean;
                            amount: components["schemas"]["Money"];
                            note: string | null;
                            by: string;
                            at: string;
                            recordedAt: string;
                            /** @enum {string} */
                            category: "pipeline" | "bestCase" | "commit";
                            ownerId: string;
                            id: string;
                            revision: string;
                        } | {
                            history: {
                                dueAt: string | null;
                                late: boolean;
                                amount: components["schemas"]["Money"];
                                note: string | null;
                                by: string;
                                at: string;
                                recordedAt: string;
                            }[];
                            dueAt: string | null;
                            late: boolean;
                            amount: components["schemas"]["Money"];
                            note: string | null;
                            by: string;
                            at: string;
                            recordedAt: string;
                            /** @enum {string} */
                            category: "pipeline" | "bestCase" | "commit";
                            teamId: string;
                            id: string;
                            revision: string;
                        })[];
                        next: string | null;
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    forecastHistory: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                /** @description First day. Default: that of the period */
                from?: string;
                /** @description Last day. Default: that of the period */
                to?: string;
                /** @description Default: day */
                step?: "day" | "week";
                /** @description By what was known on each day, or by what is known at `knownAt`. Default: then */
                known?: "then" | "now";
                /** @description Of this rep */
                owner?: string;
                /** @description or of this team with those below it. Default: of the company */
                team?: string;
            };
            header?: never;
            path: {
                period: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForecastHistory"];
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    forecastDeals: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                /** @description Only what this rep owns, or owned when it was won */
                owner?: string;
                /** @description Only what reps of this team, and of those below it, own */
                team?: string;
                region?: string;
                /** @description Only lines of this product */
                product?: string;
                /** @description Only lines of this model: `product/model` */
                model?: string;
                source?: string;
                industry?: string;
                customer?: string;
                process?: string;
                /** @description Only this column. Default: all */
                column?: "closed" | "pipeline" | "bestCase" | "commit" | "weighted";
                /** @description Only what reps of exactly this team own: the deals of a row of `group=team` */
                onlyTeam?: string;
                /** @description Only what is in no group of it: a row of `group: null` */
                ungrouped?: "owner" | "team" | "region" | "product" | "model" | "source" | "industry" | "customer" | "process";
                /** @description The same of the second group: `second: null` */
                secondUngrouped?: "owner" | "team" | "region" | "product" | "model" | "source" | "industry" | "customer" | "process";
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description A period, or `none` for what has no expected close date */
                period: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForecastDeals"];
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    repLanding: {
        parameters: {
            query: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                period: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        period: string;
                        won: components["schemas"]["Money"];
                        expectedFromOpen: components["schemas"]["Money"];
                        expectedNewBusiness: components["schemas"]["Money"];
                        projected: components["schemas"]["Money"];
                        low: components["schemas"]["Money"];
                        high: components["schemas"]["Money"];
                        quota?: components["schemas"]["Money"];
                        attainment?: number | null;
                        /** @enum {string|null} */
                        state: "atRisk" | "met" | "onTrack" | "willMiss" | null;
                        gap?: components["schemas"]["Money"];
                        pipelineNeeded?: components["schemas"]["Money"] | null;
                        pace?: {
                            planned: components["schemas"]["Money"];
                            ahead: components["schemas"]["Money"];
                        };
                        reasons: ({
                            /** @enum {string} */
                            code: "coverageLow";
                            coverage: number;
                            needed: number;
                            text: string;
                        } | {
                            /** @enum {string} */
                            code: "winRateFell";
                            now: number;
                            before: number;
                            text: string;
                        } | {
                            /** @enum {string} */
                            code: "fewNewDeals";
                            deals: number;
                            usual: number;
                            text: string;
                        } | {
                            /** @enum {string} */
                            code: "activityDown";
                            activities: number;
                            usual: number;
                            text: string;
                        } | {
                            deals: number;
                            /** @enum {string} */
                            code: "dealsPushedOut" | "dealsLost";
                            amount: components["schemas"]["Money"];
                            text: string;
                        })[];
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    teamLanding: {
        parameters: {
            query: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                period: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        period: string;
                        won: components["schemas"]["Money"];
                        expectedFromOpen: components["schemas"]["Money"];
                        expectedNewBusiness: components["schemas"]["Money"];
                        projected: components["schemas"]["Money"];
                        low: components["schemas"]["Money"];
                        high: components["schemas"]["Money"];
                        quota?: components["schemas"]["Money"];
                        attainment?: number | null;
                        /** @enum {string|null} */
                        state: "atRisk" | "met" | "onTrack" | "willMiss" | null;
                        gap?: components["schemas"]["Money"];
                        pipelineNeeded?: components["schemas"]["Money"] | null;
                        pace?: {
                            planned: components["schemas"]["Money"];
                            ahead: components["schemas"]["Money"];
                        };
                        reasons: ({
                            /** @enum {string} */
                            code: "coverageLow";
                            coverage: number;
                            needed: number;
                            text: string;
                        } | {
                            /** @enum {string} */
                            code: "winRateFell";
                            now: number;
                            before: number;
                            text: string;
                        } | {
                            /** @enum {string} */
                            code: "fewNewDeals";
                            deals: number;
                            usual: number;
                            text: string;
                        } | {
                            /** @enum {string} */
                            code: "activityDown";
                            activities: number;
                            usual: number;
                            text: string;
                        } | {
                            deals: number;
                            /** @enum {string} */
                            code: "dealsPushedOut" | "dealsLost";
                            amount: components["schemas"]["Money"];
                            text: string;
                        })[];
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    repLandings: {
        parameters: {
            query: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                period: string;
                /** @description Ids of up to 100 reps, with commas between them */
                reps: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        items: {
                            repId: string;
                            period: string;
                            won: components["schemas"]["Money"];
                            expectedFromOpen: components["schemas"]["Money"];
                            expectedNewBusiness: components["schemas"]["Money"];
                            projected: components["schemas"]["Money"];
                            low: components["schemas"]["Money"];
                            high: components["schemas"]["Money"];
                            quota?: components["schemas"]["Money"];
                            attainment?: number | null;
                            /** @enum {string|null} */
                            state: "atRisk" | "met" | "onTrack" | "willMiss" | null;
                            gap?: components["schemas"]["Money"];
                            pipelineNeeded?: components["schemas"]["Money"] | null;
                            pace?: {
                                planned: components["schemas"]["Money"];
                                ahead: components["schemas"]["Money"];
                            };
                            reasons: ({
                                /** @enum {string} */
                                code: "coverageLow";
                                coverage: number;
                                needed: number;
                                text: string;
                            } | {
                                /** @enum {string} */
                                code: "winRateFell";
                                now: number;
                                before: number;
                                text: string;
                            } | {
                                /** @enum {string} */
                                code: "fewNewDeals";
                                deals: number;
                                usual: number;
                                text: string;
                            } | {
                                /** @enum {string} */
                                code: "activityDown";
                                activities: number;
                                usual: number;
                                text: string;
                            } | {
                                deals: number;
                                /** @enum {string} */
                                code: "dealsPushedOut" | "dealsLost";
                                amount: components["schemas"]["Money"];
                                text: string;
                            })[];
                        }[];
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    repDealLanding: {
        parameters: {
            query: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                period: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealLanding"];
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    teamDealLanding: {
        parameters: {
            query: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                period: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DealLanding"];
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    repAttainment: {
        parameters: {
            query: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                period: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HolderAttainment"];
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    teamAttainment: {
        parameters: {
            query: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                period: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HolderAttainment"];
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listLandingStates: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Only those in this state */
                state?: "met" | "onTrack" | "atRisk" | "willMiss";
                period?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        items: ({
                            period: string;
                            /** @enum {string} */
                            state: "atRisk" | "met" | "onTrack" | "willMiss";
                            /** @enum {string|null} */
                            before: "atRisk" | "met" | "onTrack" | "willMiss" | null;
                            since: string;
                            quota: components["schemas"]["Money"];
                            won: components["schemas"]["Money"];
                            projected: components["schemas"]["Money"];
                            reasons: ({
                                /** @enum {string} */
                                code: "coverageLow";
                                coverage: number;
                                needed: number;
                                text: string;
                            } | {
                                /** @enum {string} */
                                code: "winRateFell";
                                now: number;
                                before: number;
                                text: string;
                            } | {
                                /** @enum {string} */
                                code: "fewNewDeals";
                                deals: number;
                                usual: number;
                                text: string;
                            } | {
                                /** @enum {string} */
                                code: "activityDown";
                                activities: number;
                                usual: number;
                                text: string;
                            } | {
                                deals: number;
                                /** @enum {string} */
                                code: "dealsPushedOut" | "dealsLost";
                                amount: components["schemas"]["Money"];
                                text: string;
                            })[];
                            told: string[];
                            repId: string;
                        } | {
                            period: string;
                            /** @enum {string} */
                            state: "atRisk" | "met" | "onTrack" | "willMiss";
                            /** @enum {string|null} */
                            before: "atRisk" | "met" | "onTrack" | "willMiss" | null;
                            since: string;
                            quota: components["schemas"]["Money"];
                            won: components["schemas"]["Money"];
                            projected: components["schemas"]["Money"];
                            reasons: ({
                                /** @enum {string} */
                                code: "coverageLow";
                                coverage: number;
                                needed: number;
                                text: string;
                            } | {
                                /** @enum {string} */
                                code: "winRateFell";
                                now: number;
                                before: number;
                                text: string;
                            } | {
                                /** @enum {string} */
                                code: "fewNewDeals";
                                deals: number;
                                usual: number;
                                text: string;
                            } | {
                                /** @enum {string} */
                                code: "activityDown";
                                activities: number;
                                usual: number;
                                text: string;
                            } | {
                                deals: number;
                                /** @enum {string} */
                                code: "dealsPushedOut" | "dealsLost";
                                amount: components["schemas"]["Money"];
                                text: string;
                            })[];
                            told: string[];
                            teamId: string;
                        })[];
                        next: string | null;
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    methods: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                /** @description By what deals are told apart when learning. Default: size */
                segment?: "none" | "size" | "product" | "owner" | "team" | "region" | "industry" | "source";
                /** @description What each method forecasts for it. Default: none */
                period?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForecastMethods"];
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    chooseMethod: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseForecastMethodBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description MethodNotBackTested, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description `true`: only those that are not read */
                unread?: "true" | "false";
                /** @description Whose. Default: who asks; only an admin asks for others */
                recipient?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        items: {
                            id: string;
                            revision: string;
                            topic: string;
                            subject: string;
                            text: string;
                            about: components["schemas"]["NotificationSubject"];
                            raisedAt: string;
                            readAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readNotification: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Only notifications with a delivery in that state */
                state?: "outstanding" | "delivered" | "givenUp" | "failed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        items: {
                            deliveries: components["schemas"]["Delivery"][];
                            id: string;
                            recipientId: string;
                            topic: string;
                            subject: string;
                            raisedAt: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    retryDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetryDeliveryBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description DeliveryNotFailed, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    report: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                /** @description Only what this rep owns, or owned when it was won */
                owner?: string;
                /** @description Only what reps of this team, and of those below it, own */
                team?: string;
                region?: string;
                /** @description Only lines of this product */
                product?: string;
                /** @description Only lines of this model: `product/model` */
                model?: string;
                source?: string;
                industry?: string;
                customer?: string;
                process?: string;
                /** @description Default: all time */
                period?: string;
                /** @description Default: as the report has it */
                group?: "none" | "owner" | "team" | "region" | "product" | "model" | "source" | "industry" | "customer" | "process" | "lostReason" | "competitor" | "business" | "age" | "month" | "quarter" | "year";
                /** @description A second group within the first. Default: none */
                second?: "owner" | "team" | "region" | "product" | "model" | "source" | "industry" | "customer" | "process" | "lostReason" | "competitor" | "business" | "age" | "month" | "quarter" | "year";
                /** @description Beside the period before, or that of last year */
                compare?: "previous" | "lastYear" | "both";
            };
            header?: never;
            path: {
                name: "win-rate" | "cycle" | "velocity" | "losses" | "products-sold" | "sources" | "new-business" | "pipeline-created" | "ageing" | "coverage" | "slippage";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    reportDeals: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                /** @description Only what this rep owns, or owned when it was won */
                owner?: string;
                /** @description Only what reps of this team, and of those below it, own */
                team?: string;
                region?: string;
                /** @description Only lines of this product */
                product?: string;
                /** @description Only lines of this model: `product/model` */
                model?: string;
                source?: string;
                industry?: string;
                customer?: string;
                process?: string;
                /** @description Default: all time */
                period?: string;
                /** @description Default: as the report has it */
                group?: "none" | "owner" | "team" | "region" | "product" | "model" | "source" | "industry" | "customer" | "process" | "lostReason" | "competitor" | "business" | "age" | "month" | "quarter" | "year";
                /** @description A second group within the first. Default: none */
                second?: "owner" | "team" | "region" | "product" | "model" | "source" | "industry" | "customer" | "process" | "lostReason" | "competitor" | "business" | "age" | "month" | "quarter" | "year";
                /** @description Beside the period before, or that of last year */
                compare?: "previous" | "lastYear" | "both";
                /** @description Only of this group */
                of?: string;
                /** @description Only what is in no group */
                ungrouped?: "true";
                /** @description Only of this second group */
                ofSecond?: string;
                /** @description Only what is in no second group */
                secondUngrouped?: "true";
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                name: "win-rate" | "cycle" | "velocity" | "losses" | "products-sold" | "sources" | "new-business" | "pipeline-created" | "ageing" | "coverage" | "slippage";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportDeals"];
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    reportFile: {
        parameters: {
            query: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                /** @description Only what this rep owns, or owned when it was won */
                owner?: string;
                /** @description Only what reps of this team, and of those below it, own */
                team?: string;
                region?: string;
                /** @description Only lines of this product */
                product?: string;
                /** @description Only lines of this model: `product/model` */
                model?: string;
                source?: string;
                industry?: string;
                customer?: string;
                process?: string;
                /** @description Default: all time */
                period?: string;
                /** @description Default: as the report has it */
                group?: "none" | "owner" | "team" | "region" | "product" | "model" | "source" | "industry" | "customer" | "process" | "lostReason" | "competitor" | "business" | "age" | "month" | "quarter" | "year";
                /** @description A second group within the first. Default: none */
                second?: "owner" | "team" | "region" | "product" | "model" | "source" | "industry" | "customer" | "process" | "lostReason" | "competitor" | "business" | "age" | "month" | "quarter" | "year";
                /** @description Beside the period before, or that of last year */
                compare?: "previous" | "lastYear" | "both";
                format: "csv" | "xlsx";
            };
            header?: never;
            path: {
                name: "win-rate" | "cycle" | "velocity" | "losses" | "products-sold" | "sources" | "new-business" | "pipeline-created" | "ageing" | "coverage" | "slippage";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listSavedReports: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        items: {
                            second: string | null;
                            schedule: components["schemas"]["ReportSchedule"] | null;
                            sent: {
                                [key: string]: string;
                            };
                            report: string;
                            period: string | null;
                            /** @enum {string|null} */
                            relative: "thisMonth" | "lastMonth" | "thisQuarter" | "lastQuarter" | "thisYear" | "lastYear" | null;
                            group: string | null;
                            filter: {
                                [key: string]: string;
                            };
                            compare: string[];
                            id: string;
                            revision: string;
                            name: string;
                            ownerId: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    saveReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveReportBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description RecipientUnknown, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    discardReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WriteBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getTimeline: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Only their own record, their deals, or contact with them */
                about?: "customer" | "lead" | "deal" | "activity";
                /** @description Only what this deal of theirs went through */
                deal?: string;
                /** @description Of the texts. Default: en */
                language?: "en" | "zh";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        items: components["schemas"]["TimelineItem"][];
                        next: string | null;
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getEvents: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        items: {
                            id: string;
                            /** @enum {string} */
                            type: "DealOpened" | "DealAdvanced" | "DealMovedBack" | "DealAmountChanged" | "DealLinesChanged" | "DealRescheduled" | "DealCategorized" | "DealReassigned" | "DealSplit" | "DealWon" | "DealLost" | "DealReopened" | "DealCorrected" | "CallLogged" | "EmailLogged" | "MeetingLogged" | "NoteTaken" | "TaskAdded" | "TaskCompleted" | "TaskReassigned" | "CustomerAdded" | "CustomerAssigned" | "CustomerReleased" | "CustomerClaimed" | "CustomerProfileChanged" | "CustomerContactAdded" | "CustomerContactChanged" | "CustomerContactRemoved" | "CustomerMerged" | "CustomerErased" | "CustomerErasureCompleted" | "LeadCaptured" | "LeadQualified" | "LeadDisqualified" | "LeadConverted" | "LeadConversionCompleted";
                            at: string;
                            recordedAt: string;
                            by: string;
                            onBehalfOf: string | null;
                            /** @enum {string} */
                            source: "api" | "import" | "job" | "cli" | "demo" | "system";
                            stream: string;
                            revision: string;
                            position: string;
                            data: {
                                dealId: string;
                                customerId: string;
                                processId: string;
                                name: string;
                                stage: string;
                                amount: components["schemas"]["Money"];
                                lines: components["schemas"]["DealLine"][];
                                ownerId: string | null;
                                expectedCloseOn: string | null;
                                fields: components["schemas"]["FieldValues"];
                            } | components["schemas"]["AddTask"] | {
                                name: string;
                                industry: string | null;
                                region: string | null;
                                source: string | null;
                                customerId: string;
                                ownerId: string | null;
                                contacts: components["schemas"]["Contact"][];
                            } | components["schemas"]["ClaimCustomer"] | components["schemas"]["CompleteCustomerErasure"] | components["schemas"]["MergeCustomer"] | components["schemas"]["EraseCustomer"] | components["schemas"]["LogCall"] | components["schemas"]["LogEmail"] | components["schemas"]["LogMeeting"] | components["schemas"]["TakeNote"] | components["schemas"]["CaptureLead"] | {
                                customerId: string;
                                from: string | null;
                                to: string;
                            } | {
                                customerId: string;
                                from: string;
                                reason: string | null;
                            } | {
                                customerId: string;
                                from: {
                                    name?: string;
                                    industry?: string | null;
                                    region?: string | null;
                                    source?: string | null;
                                };
                                to: {
                                    name?: string;
                                    industry?: string | null;
                                    region?: string | null;
                                    source?: string | null;
                                };
                            } | {
                                customerId: string;
                                contact: components["schemas"]["Contact"];
                            } | {
                                customerId: string;
                                from: components["schemas"]["Contact"];
                                to: components["schemas"]["Contact"];
                            } | {
                                dealId: string;
                                customerId: string;
                                from: string;
                                to: string;
                                fields: components["schemas"]["FieldValues"];
                            } | {
                                dealId: string;
                                customerId: string;
                                from: string;
                                to: string;
                                reason: string;
                            } | {
                                dealId: string;
                                customerId: string;
                                from: components["schemas"]["Money"];
                                to: components["schemas"]["Money"];
                                lines: components["schemas"]["DealLine"][];
                            } | {
                                dealId: string;
                                customerId: string;
                                from: string | null;
                                to: string | null;
                            } | {
                                dealId: string;
                                customerId: string;
                                /** @enum {string|null} */
                                from: "pipeline" | "bestCase" | "commit" | "omitted" | null;
                                /** @enum {string|null} */
                                to: "pipeline" | "bestCase" | "commit" | "omitted" | null;
                            } | {
                                dealId: string;
                                customerId: string;
                                from: components["schemas"]["CreditShare"][] | null;
                                to: components["schemas"]["CreditShare"][] | null;
                            } | {
                                dealId: string;
                                customerId: string;
                                processId: string;
                                stage: string;
                                amount: components["schemas"]["Money"];
                                lines: components["schemas"]["DealLine"][];
                                ownerId: string | null;
                                signedOn: string;
                            } | {
                                dealId: string;
                                customerId: string;
                                processId: string;
                                stage: string;
                                amount: components["schemas"]["Money"];
                                lines: components["schemas"]["DealLine"][];
                                ownerId: string | null;
                                reason: string;
                                competitor: string | null;
                            } | {
                                dealId: string;
                                customerId: string;
                                processId: string;
                                /** @enum {string} */
                                was: "Won" | "Lost";
                                stage: string;
                                amount: components["schemas"]["Money"];
                                ownerId: string | null;
                                reason: string;
                            } | {
                                dealId: string;
                                customerId: string;
                                effectiveAt: string;
                                amount: {
                                    from: components["schemas"]["Money"];
                                    to: components["schemas"]["Money"];
                                    until: string | null;
                                    lines: components["schemas"]["DealLine"][];
                                } | null;
                                stage: {
                                    from: string;
                                    to: string;
                                    until: string | null;
                                } | null;
                                expectedCloseOn: {
                                    from: string | null;
                                    to: string | null;
                                    until: string | null;
                                } | null;
                                ownerId: {
                                    from: string | null;
                                    to: string | null;
                                    until: string | null;
                                } | null;
                                reason: string;
                            } | {
                                activityId: string;
                                repId: string;
                            } | {
                                activityId: string;
                                from: string;
                                to: string;
                            } | {
                                leadId: string;
                                customerId: string;
                                note: string | null;
                            } | {
                                leadId: string;
                                customerId: string;
                                reason: string;
                            } | {
                                leadId: string;
                                customerId: string;
                                ownerId: string | null;
                                deal: components["schemas"]["FirstDeal"] | null;
                            } | {
                                leadId: string;
                                customerId: string;
                            };
                            unreadable?: string;
                            hash?: string;
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getPersonalData: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        facts: {
                            eventId: string;
                            type: string;
                            at: string;
                            recordedAt: string;
                            by: string;
                            onBehalfOf: string | null;
                            position: string;
                            dealId: string | null;
                            activityId: string | null;
                            personal: {
                                [key: string]: components["schemas"]["Json"];
                            };
                        }[];
                        activities: {
                            eventId: string;
                            type: string;
                            at: string;
                            recordedAt: string;
                            by: string;
                            onBehalfOf: string | null;
                            position: string;
                            dealId: string | null;
                            activityId: string | null;
                            personal: {
                                [key: string]: components["schemas"]["Json"];
                            };
                        }[];
                        name: string;
                        ownerId: string | null;
                        industry: string | null;
                        region: string | null;
                        source: string | null;
                        contacts: components["schemas"]["Contact"][];
                        /** @enum {string|null} */
                        erasure: "begun" | "completed" | null;
                        id: string;
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description What was true then. Default: now */
                asOf?: string;
                /** @description As recorded by then. Default: now */
                knownAt?: string;
                /** @description Position of a write that the answer must contain: waits at most 5 s */
                after?: string;
                limit?: number;
                /** @description `next` of the page before */
                cursor?: string;
                /** @description Only what this rep did, or `admin`, or `system` */
                actor?: string;
                /** @description Stored name, or how it starts: `deal-advanced.v1`, `deal-` */
                type?: string;
                /** @description Recorded then or later */
                from?: string;
                /** @description Recorded before */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        asOf: string;
                        knownAt: string;
                        position: string;
                        items: {
                            unreadable?: string;
                            position: string;
                            id: string;
                            type: string;
                            stream: string;
                            revision: string;
                            by: string;
                            onBehalfOf: string | null;
                            at: string;
                            recordedAt: string;
                            /** @enum {string} */
                            source: "api" | "import" | "job" | "cli" | "demo" | "system";
                            client: string | null;
                            commandId: string;
                            correlationId: string;
                            causationId: string | null;
                            data: {
                                [key: string]: unknown;
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    verifyLog: {
        parameters: {
            query?: {
                /** @description What `/audit/checkpoint` answered once: is all of it still there? */
                checkpoint?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verification"];
                };
            };
        };
    };
    exportCheckpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checkpoint"];
                };
            };
        };
    };
    upload: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description CSV, XLSX or NDJSON; with `format`, the files of a folder under their own names */
                    file: string[];
                    /**
                     * @description What the rows of the one file are
                     * @enum {string}
                     */
                    kind?: "company_calendars" | "exchange_rates" | "teams" | "reps" | "team_events" | "rep_events" | "products" | "customers" | "customer_events" | "leads" | "lead_events" | "quotas" | "forecast_adjustments" | "forecast_submissions" | "submission_deadlines" | "leaderboard_names" | "forecast_methods" | "saved_reports" | "deal_events" | "activities";
                    /**
                     * @description What the files are; instead of `kind`
                     * @enum {string}
                     */
                    format?: "annals" | "crm-sales";
                    /** @description JSON object: our column to the column of the file */
                    mapping?: string;
                    /**
                     * @description The mark before decimals in CSV files. Default: a point; with semicolons or tabs between cells, what is unambiguous
                     * @enum {string}
                     */
                    decimal?: "." | ",";
                    id?: string;
                };
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"] & ({
                        /** @enum {string} */
                        state: "previewed";
                        rows: number;
                        columns: string[];
                        firstRows: {
                            [key: string]: string;
                        }[];
                        unreadable: components["schemas"]["RowProblem"][];
                        duplicates: components["schemas"]["DuplicatePreview"] | null;
                    } | {
                        /** @enum {string} */
                        state: "previewed";
                        rows: number;
                        files: {
                            [key: string]: number;
                        };
                        unreadable: components["schemas"]["RowProblem"][];
                        duplicates: components["schemas"]["DuplicatePreview"] | null;
                    });
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description ImportAlreadyExists, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    commit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommitImportBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description ImportCommittedOtherwise, NoCustomersInImport, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Names `asOf`, `knownAt` and the `position` that it was read at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        progress: components["schemas"]["JobProgress"] | null;
                        error: string | null;
                        counts: {
                            events: number;
                            accepted: number;
                            unchanged: number;
                            rows: number;
                            rejected: number;
                            repaired: number;
                        } | null;
                        files: {
                            [key: string]: components["schemas"]["ImportCounts"];
                        };
                        rejected: components["schemas"]["RowProblem"][];
                        rejectedUnlisted: number;
                        repairs: components["schemas"]["Remark"][];
                        notices: components["schemas"]["Remark"][];
                        revision: string;
                        position: string;
                        preview: ({
                            rows: number;
                            columns: string[];
                            firstRows: {
                                [key: string]: string;
                            }[];
                            unreadable: components["schemas"]["RowProblem"][];
                            duplicates: components["schemas"]["DuplicatePreview"] | null;
                        } | {
                            rows: number;
                            files: {
                                [key: string]: number;
                            };
                            unreadable: components["schemas"]["RowProblem"][];
                            duplicates: components["schemas"]["DuplicatePreview"] | null;
                        }) | null;
                        id: string;
                        kind: string;
                        fileName: string;
                        rows: number;
                        mapping: {
                            [key: string]: string;
                        };
                        /** @enum {string|null} */
                        decimal: "." | "," | null;
                        /** @enum {string|null} */
                        duplicates: "create" | "skip" | "useExisting" | null;
                        state: string;
                    };
                };
            };
            /** @description NotAllowed: rows as they were uploaded are for managers and admins */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description ReadModelBehind: not yet at `after` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    startExport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same export */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description `id`, for `GET /api/exports/{id}` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description NotAllowed: it takes an admin or an analyst */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExportStatus"];
                };
            };
            /** @description NotAllowed: it takes an admin or an analyst */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotFound: never started, or deleted */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    deleteExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description NotAllowed: it takes an admin or an analyst */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotFound: never started, or deleted */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The export is still under way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    downloadExportFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description NotAllowed: it takes an admin or an analyst */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotFound: the export has no such file */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listReplays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            by: string;
                            at: string;
                            head: string;
                            request: components["schemas"]["ReplayRequest"];
                            /** @enum {string} */
                            state: "failed" | "completed" | "running" | "cancelled";
                            progress: components["schemas"]["JobProgress"] | null;
                            error: string | null;
                            rows: number | null;
                            columns: components["schemas"]["Column"][] | null;
                            summary: components["schemas"]["Json"];
                        }[];
                    };
                };
            };
            /** @description NotAllowed: it takes an analyst, a manager or an admin, and of a read model one who may read it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    startReplay: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same replay */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayBody"];
            };
        };
        responses: {
            /** @description `id`, for `GET /api/replays/{id}` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed: it takes an analyst, a manager or an admin, and of a read model one who may read it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getReplay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        by: string;
                        at: string;
                        head: string;
                        request: components["schemas"]["ReplayRequest"];
                        /** @enum {string} */
                        state: "failed" | "completed" | "running" | "cancelled";
                        progress: components["schemas"]["JobProgress"] | null;
                        error: string | null;
                        rows: number | null;
                        columns: components["schemas"]["Column"][] | null;
                        summary: components["schemas"]["Json"];
                    };
                };
            };
            /** @description NotAllowed: it takes an analyst, a manager or an admin, and of a read model one who may read it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotFound: never ordered, or deleted */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    deleteReplay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description NotAllowed: it takes an analyst, a manager or an admin, and of a read model one who may read it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotFound: never ordered, or deleted */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The replay is still under way */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getResult: {
        parameters: {
            query?: {
                /** @description Default: csv */
                format?: "csv" | "ndjson" | "parquet";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description NotAllowed: it takes an analyst, a manager or an admin, and of a read model one who may read it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotFound: no such replay, or it is not completed */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    cancelReplay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        by: string;
                        at: string;
                        head: string;
                        request: components["schemas"]["ReplayRequest"];
                        /** @enum {string} */
                        state: "failed" | "completed" | "running" | "cancelled";
                        progress: components["schemas"]["JobProgress"] | null;
                        error: string | null;
                        rows: number | null;
                        columns: components["schemas"]["Column"][] | null;
                        summary: components["schemas"]["Json"];
                    };
                };
            };
            /** @description NotAllowed: it takes an analyst, a manager or an admin, and of a read model one who may read it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotFound: never ordered, or deleted */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    resumeReplay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        by: string;
                        at: string;
                        head: string;
                        request: components["schemas"]["ReplayRequest"];
                        /** @enum {string} */
                        state: "failed" | "completed" | "running" | "cancelled";
                        progress: components["schemas"]["JobProgress"] | null;
                        error: string | null;
                        rows: number | null;
                        columns: components["schemas"]["Column"][] | null;
                        summary: components["schemas"]["Json"];
                    };
                };
            };
            /** @description NotAllowed: it takes an analyst, a manager or an admin, and of a read model one who may read it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotFound: never ordered, or deleted */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description ReplayUnderWay: it was cancelled just now, and is at its last page still */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    startBackTest: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key again: the same back-test */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BackTestBody"];
            };
        };
        responses: {
            /** @description `id`, for `GET /api/back-tests/{id}` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed: it takes an analyst, a manager or an admin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getBackTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        error: string | null;
                        id: string;
                        at: string;
                        /** @enum {string} */
                        state: "failed" | "completed" | "running" | "cancelled";
                        rows: number | null;
                        columns: components["schemas"]["Column"][] | null;
                        progress: components["schemas"]["JobProgress"] | null;
                        by: string;
                        head: string;
                        request: components["schemas"]["ReplayRequest"];
                        summary: components["schemas"]["MethodScore"][] | null;
                    };
                };
            };
            /** @description NotAllowed: it takes an analyst, a manager or an admin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotFound: never ordered, or deleted */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    ask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhatIfBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIf"];
                };
            };
            /** @description BadInput, also for a process, stage or rep that there never was */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed: it takes an analyst, a manager or an admin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    retry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NothingParked, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    release: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NothingParked, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    rebuild: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description UnknownProjection, AlreadyBuilding, NothingKept, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    rollback: {
        parameters: {
            query?: never;
            header?: {
                /** @description Revision that the caller has seen; stale: 412 */
                "If-Match"?: string;
                /** @description The same key and body again: the same answer */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WrittenAnswer"];
                };
            };
            /** @description BadInput */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description NotAllowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description UnknownProjection, AlreadyBuilding, NothingKept, StreamUnreadable */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description StaleRevision */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    demoStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoStatus"];
                };
            };
        };
    };
    startDemo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far it is */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemoStatus"];
                };
            };
            /** @description NotAllowed: it takes an admin */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description LogNotEmpty: the log holds something else */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
