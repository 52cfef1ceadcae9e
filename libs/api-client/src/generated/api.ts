// Made from docs/openapi.json: UPDATE_DOCUMENTS=1 npm test -- generated-types

export interface paths {
    "/v1/quote-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask insurers for quotes
         * @description Sends the question to every insurer that sells the line, or to those in `partners`. The answer comes at once; quotes arrive within `eta` and are read at `links`. Without an `Idempotency-Key`, equal posts are separate requests.
         */
        post: operations["requestQuotes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quote-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The task
         * @description The task while it runs; once it is complete, a redirect to its quotes.
         */
        get: operations["readQuoteRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quote-requests/{id}/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The result so far
         * @description One row for every insurer asked, from the first read on, the best price first. Poll it with `If-None-Match`, or let `Prefer: wait` hold the read until something has changed.
         */
        get: operations["readQuotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quote-requests/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Answers as they arrive
         * @description Server-sent events. `event: answer` for every change of a row, data as `AnswerEvent`; `event: completed`, data as `CompletedEvent`, then the server closes. The `id` of an event is its version: send the last one as `Last-Event-ID` to go on after a cut. A comment every 15 seconds keeps the line open. A browser reads it with fetch, since EventSource sends no headers.
         */
        get: operations["followQuotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quote-requests/{id}/consent-withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw the consent
         * @description What is not yet sent is not sent, rows that are `PENDING` become `DECLINED` (`CONSENT_WITHDRAWN`), offers can no longer be applied for, and erasure begins. It needs no body, and may be repeated.
         */
        post: operations["withdrawConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply for an offer
         * @description The consent to issue, and all that the insurer needs for it: the policy is on its way once this is answered. A public client shows the capability of the quote request that the offer belongs to. `asset` is required for motor lines, and for no other. An offer ends 60 seconds before its `validUntil`; the margin is a tenth of its validity where that is shorter than 10 minutes. The payment must have been captured; its reference pays once.
         */
        post: operations["applyForOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How an application stands
         * @description Its state, every step so far, the price that waits for a word, what goes back, and the documents that can be fetched. Poll it with `If-None-Match`, or let `Prefer: wait` hold the read until something has changed.
         */
        get: operations["readApplication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}/acceptances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept a new price
         * @description Goes on after `PRICE_CHANGED`. The whole new amount is paid under a new reference (with instalments: the new first one), and the first payment goes back. Answered 202: the insurer is asked anew.
         */
        post: operations["acceptPrice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{id}/documents/{documentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A document of the policy
         * @description The bytes as the insurer made them, of the `contentType` that the application names. They never change: the checksum is the `ETag`.
         */
        get: operations["readDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/product-lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Product lines
         * @description Every product line with the JSON Schema of its risk, titles and help texts, and who sells it.
         */
        get: operations["listProductLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reference/vehicles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Vehicles
         * @description The vehicle master; `q` searches make, model and variant. A quote request names a vehicle by its `vehicleId`.
         */
        get: operations["searchVehicles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reference/rtos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Registering offices
         * @description The registering offices; `q` searches code and place. The code cannot be told from a BH plate.
         */
        get: operations["searchRtos"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reference/countries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Countries
         * @description The countries that a journey may begin in or lead to.
         */
        get: operations["listCountries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The process answers
         * @description It need not be restarted.
         */
        get: operations["isLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The service can do its work
         * @description Everything that it needs can be reached.
         */
        get: operations["isReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This document
         * @description OpenAPI 3.1, made from the schemas that check the calls.
         */
        get: operations["readDescription"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This document as pages
         * @description For people. The files of the page are below `/docs/`; they are no operations of their own.
         */
        get: operations["readDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Partners
         * @description Every partner: what the registry says of it, whether it is asked, what each replica’s breaker does, and how its calls of the last minutes ended.
         */
        get: operations["listPartners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/partners/{partner}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Force a partner online or offline
         * @description What is set here wins over the supervisor, until `until` or until `AUTO` is set. An offline partner is answered `FAILED` at once and is sent nothing. Every change is in the audit.
         */
        put: operations["setPartnerState"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit
         * @description Who changed what, and why, the newest first: operators and the supervisor.
         */
        get: operations["readAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Dead letters
         * @description Messages that failed as often as they may, by queue and cause. Nothing of what they carry is shown.
         */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/dead-letters/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay dead letters
         * @description Sends the dead letters of a queue, or those of one cause, back to where they failed, one after the other at the rate given, the oldest first. A dry run says how many that would be. Orders are in the audit.
         */
        post: operations["replayDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/dead-letters/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Discard a dead letter
         * @description It is not replayed and not shown any more. Who discarded it and why is in the audit.
         */
        post: operations["discardDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Queues
         * @description About how full each queue is, dead-letter queues included, and how many dead letters are kept of it.
         */
        get: operations["listQueues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Applications
         * @description The newest first, with the root cause of the last failure. `refund=DUE` are those whose money goes back.
         */
        get: operations["listApplications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/applications/{id}/resolutions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolve an application
         * @description What `NEEDS_ATTENTION` is sent again (`RESUBMIT`: under a new key after a definite refusal, else under the same one), is issued (`MARK_ISSUED`, with its number) or rejected (`REJECT`: the money goes back). `MARK_REFUNDED` says that due money has gone back, in any state. Every resolution is in the audit.
         */
        post: operations["resolveApplication"];
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
        QuoteRequest: components["schemas"]["MotorFourWheelerQuoteRequest"] | components["schemas"]["MotorTwoWheelerQuoteRequest"] | components["schemas"]["HealthQuoteRequest"] | components["schemas"]["TravelQuoteRequest"] | components["schemas"]["TermLifeQuoteRequest"];
        /** Car insurance */
        MotorFourWheelerQuoteRequest: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            productLine: "motor-four-wheeler";
            country?: "IN" | null;
            currency?: "INR" | null;
            locale?: string | null;
            channel?: ("WEB" | "APP" | "AGENT" | "API") | null;
            purpose?: ("NEW_QUOTE" | "REQUOTE" | "RENEWAL") | null;
            /** @description Slugs of the insurers to ask; every one that sells the line when it is left out */
            partners?: string[] | null;
            consent: components["schemas"]["Consent"];
            proposer: components["schemas"]["Proposer"];
            risk: components["schemas"]["MotorFourWheelerRisk"];
        };
        /** Two-wheeler insurance */
        MotorTwoWheelerQuoteRequest: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            productLine: "motor-two-wheeler";
            country?: "IN" | null;
            currency?: "INR" | null;
            locale?: string | null;
            channel?: ("WEB" | "APP" | "AGENT" | "API") | null;
            purpose?: ("NEW_QUOTE" | "REQUOTE" | "RENEWAL") | null;
            /** @description Slugs of the insurers to ask; every one that sells the line when it is left out */
            partners?: string[] | null;
            consent: components["schemas"]["Consent"];
            proposer: components["schemas"]["Proposer"];
            risk: components["schemas"]["MotorTwoWheelerRisk"];
        };
        /** Health insurance */
        HealthQuoteRequest: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            productLine: "health";
            country?: "IN" | null;
            currency?: "INR" | null;
            locale?: string | null;
            channel?: ("WEB" | "APP" | "AGENT" | "API") | null;
            purpose?: ("NEW_QUOTE" | "REQUOTE" | "RENEWAL") | null;
            /** @description Slugs of the insurers to ask; every one that sells the line when it is left out */
            partners?: string[] | null;
            consent: components["schemas"]["Consent"];
            proposer: components["schemas"]["Proposer"];
            risk: components["schemas"]["HealthRisk"];
        };
        /** Travel insurance */
        TravelQuoteRequest: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            productLine: "travel";
            country?: "IN" | null;
            currency?: "INR" | null;
            locale?: string | null;
            channel?: ("WEB" | "APP" | "AGENT" | "API") | null;
            purpose?: ("NEW_QUOTE" | "REQUOTE" | "RENEWAL") | null;
            /** @description Slugs of the insurers to ask; every one that sells the line when it is left out */
            partners?: string[] | null;
            consent: components["schemas"]["Consent"];
            proposer: components["schemas"]["Proposer"];
            risk: components["schemas"]["TravelRisk"];
        };
        /** Term life insurance */
        TermLifeQuoteRequest: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            productLine: "term-life";
            country?: "IN" | null;
            currency?: "INR" | null;
            locale?: string | null;
            channel?: ("WEB" | "APP" | "AGENT" | "API") | null;
            purpose?: ("NEW_QUOTE" | "REQUOTE" | "RENEWAL") | null;
            /** @description Slugs of the insurers to ask; every one that sells the line when it is left out */
            partners?: string[] | null;
            consent: components["schemas"]["Consent"];
            proposer: components["schemas"]["Proposer"];
            risk: components["schemas"]["TermLifeRisk"];
        };
        MotorFourWheelerRisk: {
            /**
             * Registration number
             * @description The number plate without spaces or dashes, for example MH12AB1234. Leave empty for a new vehicle.
             */
            registrationNumber: string | null;
            /**
             * Registering office (RTO)
             * @description Where the vehicle is registered, for example MH12.
             */
            rtoCode: string;
            /**
             * Is it a new vehicle?
             * @description New means not registered yet.
             */
            isNewVehicle: boolean;
            /**
             * Is it a BH number plate?
             * @description Plates of the Bharat series, for example 22BH1234AA.
             */
            bhSeries: boolean;
            /**
             * Vehicle
             * @description Make, model and variant as in the registration certificate.
             */
            vehicleId: string;
            /** Make */
            make?: string | null;
            /** Model */
            model?: string | null;
            /** Variant */
            variant?: string | null;
            /** Fuel */
            fuelType?: ("PETROL" | "DIESEL" | "CNG" | "LPG" | "ELECTRIC" | "HYBRID") | null;
            /**
             * Engine capacity (cc)
             * @description 0 for an electric vehicle.
             */
            engineCapacityCc?: number | null;
            /**
             * Motor power (watts)
             * @description 0 unless the vehicle is electric.
             */
            motorPowerWatts?: number | null;
            /**
             * Seats
             * @description Including the driver’s.
             */
            seatingCapacity?: number | null;
            /**
             * Ex-showroom price
             * @description The catalogue price, before road tax, registration and insurance.
             */
            exShowroomPriceMinor?: number | null;
            /**
             * Year of manufacture
             * @description Four digits, as in the registration certificate.
             */
            manufactureYear: number;
            /**
             * Registration date
             * Format: date
             * @description When the vehicle was first registered; not after the policy starts.
             */
            registrationDate: string;
            /**
             * Use
             * @description What the vehicle is used for.
             * @enum {string}
             */
            usage: "PRIVATE";
            /**
             * Owner
             * @enum {string}
             */
            ownerType: "INDIVIDUAL" | "COMPANY";
            /**
             * Policy start date
             * Format: date
             * @description The first day of the new cover.
             */
            policyStartDate: string;
            /** Policy term (years) */
            policyTenureYears: number;
            /**
             * Cover
             * @description Third party pays for harm to others, own damage for your own vehicle.
             * @enum {string}
             */
            coverType: "COMPREHENSIVE" | "OWN_DAMAGE" | "THIRD_PARTY";
            /**
             * Insured declared value (IDV)
             * @description The most you are paid if the vehicle is stolen or beyond repair. Leave empty to let each insurer propose one.
             */
            requestedIdvMinor: number | null;
            /**
             * Previous policy
             * @description Leave empty if the vehicle was not insured before.
             */
            previousPolicy: {
                /** Previous insurer */
                insurerName: string;
                /** Previous policy number */
                policyNumber?: string | null;
                /**
                 * Previous cover
                 * @enum {string}
                 */
                coverType: "COMPREHENSIVE" | "OWN_DAMAGE" | "THIRD_PARTY";
                /**
                 * Expiry date
                 * Format: date
                 * @description The last day of the previous policy.
                 */
                expiryDate: string;
                /**
                 * No-claims bonus on the previous policy
                 * @description The percentage printed on that policy, not the one you expect now.
                 * @enum {number}
                 */
                ncbPercent: 0 | 20 | 25 | 35 | 45 | 50;
                /**
                 * Claims made
                 * @description How many claims you made under the previous policy.
                 */
                claimCount: number;
                /** Did it include zero depreciation? */
                hadZeroDep: boolean;
            } | null;
            /**
             * Add-ons
             * @description What an insurer does not offer is left out, and marked in its offer.
             */
            addOns: ("ZERO_DEP" | "ROADSIDE_ASSIST" | "ENGINE_PROTECT" | "RETURN_TO_INVOICE" | "CONSUMABLES" | "NCB_PROTECT" | "TYRE_PROTECT" | "KEY_REPLACE" | "PERSONAL_BELONGINGS" | "PA_OWNER_DRIVER" | "PA_UNNAMED_PASSENGERS" | "LL_PAID_DRIVER" | "HELMET")[];
            /**
             * Voluntary deductible
             * @description What you choose to pay of each claim, on top of the compulsory part. A higher one lowers the premium.
             * @enum {number}
             */
            voluntaryDeductibleMinor: 0 | 250000 | 500000 | 750000 | 1500000;
            /**
             * Electrical accessories
             * @description Value of what was added later, for example a music system. 0 for none.
             */
            electricalAccessoriesMinor: number;
            /**
             * Non-electrical accessories
             * @description Value of what was added later, for example seat covers. 0 for none.
             */
            nonElectricalAccessoriesMinor: number;
            /**
             * CNG or LPG kit
             * @description Value of a gas kit fitted after purchase. 0 for none.
             */
            externalGasKitMinor: number;
        };
        MotorTwoWheelerRisk: {
            /**
             * Registration number
             * @description The number plate without spaces or dashes, for example MH12AB1234. Leave empty for a new vehicle.
             */
            registrationNumber: string | null;
            /**
             * Registering office (RTO)
             * @description Where the vehicle is registered, for example MH12.
             */
            rtoCode: string;
            /**
             * Is it a new vehicle?
             * @description New means not registered yet.
             */
            isNewVehicle: boolean;
            /**
             * Is it a BH number plate?
             * @description Plates of the Bharat series, for example 22BH1234AA.
             */
            bhSeries: boolean;
            /**
             * Vehicle
             * @description Make, model and variant as in the registration certificate.
             */
            vehicleId: string;
            /** Make */
            make?: string | null;
            /** Model */
            model?: string | null;
            /** Variant */
            variant?: string | null;
            /** Fuel */
            fuelType?: ("PETROL" | "DIESEL" | "CNG" | "LPG" | "ELECTRIC" | "HYBRID") | null;
            /**
             * Engine capacity (cc)
             * @description 0 for an electric vehicle.
             */
            engineCapacityCc?: number | null;
            /**
             * Motor power (watts)
             * @description 0 unless the vehicle is electric.
             */
            motorPowerWatts?: number | null;
            /**
             * Seats
             * @description Including the driver’s.
             */
            seatingCapacity?: number | null;
            /**
             * Ex-showroom price
             * @description The catalogue price, before road tax, registration and insurance.
             */
            exShowroomPriceMinor?: number | null;
            /**
             * Year of manufacture
             * @description Four digits, as in the registration certificate.
             */
            manufactureYear: number;
            /**
             * Registration date
             * Format: date
             * @description When the vehicle was first registered; not after the policy starts.
             */
            registrationDate: string;
            /**
             * Use
             * @description What the vehicle is used for.
             * @enum {string}
             */
            usage: "PRIVATE";
            /**
             * Owner
             * @enum {string}
             */
            ownerType: "INDIVIDUAL" | "COMPANY";
            /**
             * Policy start date
             * Format: date
             * @description The first day of the new cover.
             */
            policyStartDate: string;
            /** Policy term (years) */
            policyTenureYears: number;
            /**
             * Cover
             * @description Third party pays for harm to others, own damage for your own vehicle.
             * @enum {string}
             */
            coverType: "COMPREHENSIVE" | "OWN_DAMAGE" | "THIRD_PARTY";
            /**
             * Insured declared value (IDV)
             * @description The most you are paid if the vehicle is stolen or beyond repair. Leave empty to let each insurer propose one.
             */
            requestedIdvMinor: number | null;
            /**
             * Previous policy
             * @description Leave empty if the vehicle was not insured before.
             */
            previousPolicy: {
                /** Previous insurer */
                insurerName: string;
                /** Previous policy number */
                policyNumber?: string | null;
                /**
                 * Previous cover
                 * @enum {string}
                 */
                coverType: "COMPREHENSIVE" | "OWN_DAMAGE" | "THIRD_PARTY";
                /**
                 * Expiry date
                 * Format: date
                 * @description The last day of the previous policy.
                 */
                expiryDate: string;
                /**
                 * No-claims bonus on the previous policy
                 * @description The percentage printed on that policy, not the one you expect now.
                 * @enum {number}
                 */
                ncbPercent: 0 | 20 | 25 | 35 | 45 | 50;
                /**
                 * Claims made
                 * @description How many claims you made under the previous policy.
                 */
                claimCount: number;
                /** Did it include zero depreciation? */
                hadZeroDep: boolean;
            } | null;
            /**
             * Add-ons
             * @description What an insurer does not offer is left out, and marked in its offer.
             */
            addOns: ("ZERO_DEP" | "ROADSIDE_ASSIST" | "ENGINE_PROTECT" | "RETURN_TO_INVOICE" | "CONSUMABLES" | "NCB_PROTECT" | "TYRE_PROTECT" | "KEY_REPLACE" | "PERSONAL_BELONGINGS" | "PA_OWNER_DRIVER" | "PA_UNNAMED_PASSENGERS" | "LL_PAID_DRIVER" | "HELMET")[];
            /**
             * Voluntary deductible
             * @description What you choose to pay of each claim, on top of the compulsory part. A higher one lowers the premium.
             * @enum {number}
             */
            voluntaryDeductibleMinor: 0 | 50000 | 75000 | 100000 | 150000 | 300000;
            /**
             * Electrical accessories
             * @description Value of what was added later, for example a music system. 0 for none.
             */
            electricalAccessoriesMinor: number;
            /**
             * Non-electrical accessories
             * @description Value of what was added later, for example seat covers. 0 for none.
             */
            nonElectricalAccessoriesMinor: number;
            /**
             * CNG or LPG kit
             * @description Value of a gas kit fitted after purchase. 0 for none.
             */
            externalGasKitMinor: number;
        };
        HealthRisk: {
            /**
             * Policy start date
             * Format: date
             * @description The first day of the new cover.
             */
            policyStartDate: string;
            /** Policy term (years) */
            tenureYears: number;
            /**
             * Kind of cover
             * @description One sum for the whole family, or one for each member.
             * @enum {string}
             */
            basis: "FLOATER" | "INDIVIDUAL";
            /**
             * Sum insured
             * @description The most that is paid in a year. An insurer without this amount offers its next higher one.
             */
            sumInsuredMinor: number;
            /**
             * Deductible
             * @description What you pay yourself before the insurer pays. 0 for none.
             */
            deductibleMinor: number;
            /**
             * Pincode
             * @description Where you live; treatment costs more in some places.
             */
            pincode: string;
            /**
             * Change of insurer
             * @description If you bring an existing health policy with you. Leave empty otherwise.
             */
            portability: {
                /** Present insurer */
                previousInsurer: string;
                /**
                 * Insured without a break since
                 * Format: date
                 * @description Waiting periods that you have served already can count.
                 */
                continuousSince: string;
            } | null;
            /**
             * Members
             * @description Everybody to be insured, one to eight persons.
             */
            members: {
                /**
                 * Member number
                 * @description Tells the members apart; any number from 1 to 99, each once.
                 */
                memberNo: number;
                /**
                 * Relation to you
                 * @enum {string}
                 */
                relation: "SELF" | "SPOUSE" | "CHILD" | "MOTHER" | "FATHER";
                /**
                 * Date of birth
                 * Format: date
                 */
                dateOfBirth: string;
                /**
                 * Gender
                 * @enum {string}
                 */
                gender: "MALE" | "FEMALE" | "OTHER";
                /**
                 * Conditions that exist already
                 * @description Everything that a doctor has diagnosed or treated. Leave empty for none.
                 */
                preExisting: ("DIABETES" | "HYPERTENSION" | "THYROID" | "ASTHMA" | "CARDIAC" | "CANCER" | "OTHER")[];
                /**
                 * Uses tobacco?
                 * @description Smoked or chewed.
                 */
                tobacco: boolean;
                /** Height (cm) */
                heightCm?: number | null;
                /** Weight (kg) */
                weightKg?: number | null;
            }[];
        };
        TravelRisk: {
            /**
             * Trips
             * @enum {string}
             */
            tripType: "SINGLE" | "ANNUAL_MULTI";
            /**
             * Departure
             * Format: date
             * @description The day you leave, which is also the first day of cover.
             */
            departureDate: string;
            /**
             * Return
             * Format: date
             * @description The day you are back; it is covered too.
             */
            returnDate: string;
            /** Travelling from */
            originCountry: string;
            /**
             * Travelling to
             * @description Every country that you visit, up to 20.
             */
            destinations: string[];
            /**
             * Cost of the trip
             * @description Needed for cancellation cover. Leave empty without it.
             */
            tripCostMinor: number | null;
            /**
             * Options
             * @description What an insurer does not offer is left out, and marked in its offer.
             */
            options: ("ADVENTURE_SPORTS" | "CANCELLATION" | "BAGGAGE")[];
            /**
             * Purpose of the trip
             * @enum {string}
             */
            purpose: "LEISURE" | "BUSINESS" | "STUDY";
            /**
             * Medical cover
             * @description The most that is paid for treatment abroad. An insurer without this amount offers its next higher one.
             */
            medicalLimit: {
                /** Amount */
                amountMinor: number;
                /**
                 * Currency
                 * @description Three letters, for example USD.
                 */
                currency: string;
            };
            /**
             * Travellers
             * @description Everybody to be insured, one to ten persons.
             */
            travellers: {
                /**
                 * Date of birth
                 * Format: date
                 */
                dateOfBirth: string;
                /**
                 * Any illness that exists already?
                 * @description Anything that a doctor has diagnosed or treated before the trip.
                 */
                preExisting: boolean;
                /**
                 * Relation to you
                 * @enum {string}
                 */
                relation: "SELF" | "SPOUSE" | "CHILD" | "PARENT" | "OTHER";
            }[];
        };
        TermLifeRisk: {
            /**
             * Policy start date
             * Format: date
             * @description The first day of cover.
             */
            policyStartDate: string;
            /**
             * Sum assured
             * @description What your family is paid: ₹25 lakh to ₹10 crore, in whole lakhs.
             */
            sumAssuredMinor: number;
            /**
             * Policy term (years)
             * @description How long the cover lasts: 5 to 40 years.
             */
            policyTermYears: number;
            /**
             * Premium payment term (years)
             * @description For how many years you pay; at most the policy term.
             */
            premiumPaymentTermYears: number;
            /**
             * How often you pay
             * @enum {string}
             */
            frequency: "ANNUAL" | "HALF_YEARLY" | "QUARTERLY" | "MONTHLY";
            /**
             * Annual income
             * @description Before tax. Insurers limit the sum assured by it.
             */
            annualIncomeMinor: number;
            /**
             * Occupation
             * @description How dangerous your work is.
             * @enum {number}
             */
            occupationClass: 1 | 2 | 3;
            /**
             * Education
             * @description Your highest qualification.
             */
            education: string;
            /**
             * Riders
             * @description Extra benefits. What an insurer does not offer is left out, and marked.
             */
            riders: ("CRITICAL_ILLNESS" | "ACCIDENTAL_DEATH" | "WAIVER_OF_PREMIUM")[];
            /**
             * Person insured
             * @description On whose death the sum assured is paid.
             */
            life: {
                /**
                 * Date of birth
                 * Format: date
                 */
                dateOfBirth: string;
                /**
                 * Gender
                 * @enum {string}
                 */
                gender: "MALE" | "FEMALE" | "OTHER";
                /**
                 * Smoker?
                 * @description Tobacco in any form counts.
                 */
                smoker: boolean;
            };
        };
        Consent: {
            consentId?: string | null;
            noticeVersion: string;
            /** Format: date-time */
            givenAt: string;
            /** @description Without SHARE_WITH_PARTNERS no insurer may be asked */
            purposes: ("QUOTE" | "SHARE_WITH_PARTNERS" | "ISSUE" | "CONTACT")[];
            contactAllowed: boolean;
        };
        Proposer: {
            /** Format: date */
            dateOfBirth: string;
            /** @enum {string} */
            gender: "MALE" | "FEMALE" | "OTHER";
            pincode: string;
            state: string;
            mobile?: string | null;
            email?: string | null;
            fullName?: string | null;
            maritalStatus?: ("SINGLE" | "MARRIED" | "DIVORCED" | "WIDOWED" | "OTHER") | null;
            occupationClass?: (1 | 2 | 3) | null;
            annualIncomeMinor?: number | null;
        };
        QuoteTask: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "RUNNING" | "COMPLETED";
            /** @enum {string} */
            productLine: "motor-four-wheeler" | "motor-two-wheeler" | "health" | "travel" | "term-life";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            eta: string;
            version: number;
            /** @description Only in the answer to the creation; keep it secret */
            accessToken?: string;
            partnersAsked: number;
            answersReceived: number;
            links: components["schemas"]["QuoteLinks"];
        };
        QuoteResult: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            status: "RUNNING" | "COMPLETED";
            /** @enum {string} */
            productLine: "motor-four-wheeler" | "motor-two-wheeler" | "health" | "travel" | "term-life";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            eta: string;
            completedAt: string | null;
            version: number;
            /** @description Only in the answer to the creation; keep it secret */
            accessToken?: string;
            counts: components["schemas"]["AnswerCounts"];
            answers: components["schemas"]["Answer"][];
            links: components["schemas"]["QuoteLinks"];
        };
        QuoteLinks: {
            self: string;
            quotes: string;
            events: string;
        };
        AnswerCounts: {
            asked: number;
            quoted: number;
            referred: number;
            declined: number;
            failed: number;
            timedOut: number;
            pending: number;
        };
        Answer: {
            partner: string;
            partnerName: string;
            /** @enum {string} */
            status: "PENDING" | "QUOTED" | "REFERRED" | "DECLINED" | "FAILED" | "TIMED_OUT";
            late: boolean;
            partial: boolean;
            attempts: number;
            startedAt: string | null;
            finishedAt: string | null;
            offers: components["schemas"]["Offer"][];
            declines: components["schemas"]["Decline"][];
            error: {
                category: string;
                messageKey: string;
                message: string;
            } | null;
        };
        Offer: {
            offerId: string;
            partnerQuoteRef: string;
            planCode: string;
            planName: string;
            /** @enum {string} */
            quality: "INDICATIVE" | "FIRM";
            bindable: boolean;
            referralReasons: {
                code: string;
                message: string;
            }[];
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            validUntil: string;
            /** @enum {string} */
            validitySource: "PARTNER" | "ASSUMED";
            premium: {
                currency: string;
                components: {
                    /** @enum {string} */
                    kind: "OWN_DAMAGE" | "THIRD_PARTY" | "BASE" | "MEMBER" | "TRAVELLER" | "ADD_ON" | "PERSONAL_ACCIDENT" | "LOADING" | "DISCOUNT" | "NCB_DISCOUNT" | "FEE_TAXED";
                    partnerCode: string;
                    amountMinor: number;
                    addOn?: string | null;
                }[];
                netMinor: number;
                taxes: {
                    scheme: string;
                    rateBp: number;
                    amountMinor: number;
                }[];
                untaxedFeesMinor: number;
                roundingMinor: number;
                totalMinor: number;
                periodMonths: number;
                instalments: {
                    count: number;
                    amountMinor: number;
                    firstDue: string;
                    aprBp?: number;
                }[];
            };
            cover: {
                insuredValueMinor: number | null;
                insuredValueRange: [
                    number,
                    number
                ] | null;
                compulsoryDeductibleMinor: number | null;
                voluntaryDeductibleMinor: number | null;
                addOns: {
                    code: string;
                    /** @enum {string} */
                    state: "INCLUDED" | "LEFT_OUT";
                }[];
            } | {
                sumInsuredMinor: number;
                deductibleMinor: number;
                /** @enum {string} */
                basis: "FLOATER" | "INDIVIDUAL";
                tenureYears: number;
            } | {
                medicalLimit: {
                    amountMinor: number;
                    currency: string;
                };
                options: {
                    code: string;
                    /** @enum {string} */
                    state: "INCLUDED" | "LEFT_OUT";
                }[];
            } | {
                sumAssuredMinor: number;
                policyTermYears: number;
                premiumPaymentTermYears: number;
                riders: {
                    code: string;
                    /** @enum {string} */
                    state: "INCLUDED" | "LEFT_OUT";
                }[];
            };
            adjustments: {
                field: string;
                requested: components["schemas"]["AnyJson"];
                applied: components["schemas"]["AnyJson"];
                reason: string;
            }[];
            documents: components["schemas"]["AnyJson"][];
        };
        Decline: {
            code: string;
            /** @enum {string} */
            source: "PARTNER" | "PLATFORM";
            /** @enum {string} */
            category: "AGE" | "VEHICLE" | "HEALTH" | "APPETITE" | "UNSUPPORTED" | "OTHER";
            message: string;
            planCode?: string;
        };
        AnyJson: unknown;
        AnswerEvent: {
            version: number;
            counts: components["schemas"]["AnswerCounts"];
            answer: components["schemas"]["Answer"];
        };
        CompletedEvent: {
            /** Format: uuid */
            id: string;
            /** @constant */
            status: "COMPLETED";
            /** Format: date-time */
            completedAt: string;
            version: number;
            counts: components["schemas"]["AnswerCounts"];
        };
        ApplicationRequest: {
            /** @description Of an offer that may be bound */
            offerId: string;
            /** @description The `premium.totalMinor` of the offer */
            acceptedTotalMinor: number;
            proposer: components["schemas"]["PolicyHolder"];
            /** @description For motor lines only, and required there */
            asset?: {
                engineNumber: string;
                chassisNumber: string;
            } | null;
            /** @description The whole total, or the first instalment where the premium has instalments with a count over 1 */
            payment: components["schemas"]["Payment"];
            declarations?: {
                code: string;
                /** Format: date-time */
                acceptedAt: string;
            }[] | null;
        };
        Application: {
            /** Format: uuid */
            id: string;
            offerId: string;
            /** Format: uuid */
            quoteRequestId: string;
            partner: string;
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** @enum {string} */
            status: "SUBMITTED" | "PENDING_PARTNER" | "OUTCOME_UNKNOWN" | "PRICE_CHANGED" | "ISSUED" | "REJECTED" | "EXPIRED" | "NEEDS_ATTENTION";
            totalMinor: number;
            currency: string;
            policyNumber: string | null;
            /** @description Both days inclusive */
            period: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
            } | null;
            priceChange: {
                previousTotalMinor: number;
                newTotalMinor: number;
                currency: string;
                /** Format: date-time */
                decideBy: string;
            } | null;
            refund: {
                amountMinor: number;
                currency: string;
                /** @enum {string} */
                status: "DUE" | "REFUNDED";
            } | null;
            documents: {
                /** Format: uuid */
                id: string;
                type: string;
                contentType: string;
                sha256: string;
                href: string;
            }[];
            /** @description Every step, the oldest first */
            events: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                status: "SUBMITTED" | "PENDING_PARTNER" | "OUTCOME_UNKNOWN" | "PRICE_CHANGED" | "ISSUED" | "REJECTED" | "EXPIRED" | "NEEDS_ATTENTION";
                attempt: number;
                reason: string | null;
            }[];
            links: {
                self: string;
            };
            /** @description Only in the answer to the creation; keep it secret */
            accessToken?: string;
        };
        Acceptance: {
            /** @description The `priceChange.newTotalMinor` */
            acceptedTotalMinor: number;
            /** @description The whole new amount, under a new reference */
            payment: components["schemas"]["Payment"];
        };
        PolicyHolder: {
            fullName: string;
            /** Format: email */
            email: string;
            mobile: string;
            address: {
                line1: string;
                city: string;
                state: string;
                pincode: string;
            };
            nominee?: {
                fullName: string;
                relation: string;
            } | null;
            panLast4?: string | null;
        };
        Payment: {
            reference: string;
            method: string;
            amountMinor: number;
            currency: string;
            /** Format: date-time */
            capturedAt: string;
        };
        ProductLine: {
            /** @enum {string} */
            id: "motor-four-wheeler" | "motor-two-wheeler" | "health" | "travel" | "term-life";
            title: string;
            /** @enum {string} */
            domain: "motor" | "health" | "travel" | "life";
            /** @description JSON Schema (draft 2020-12) of the line’s `risk` */
            risk: {
                [key: string]: unknown;
            };
            partners: {
                id: string;
                name: string;
            }[];
        };
        ProductLineList: {
            items: components["schemas"]["ProductLine"][];
            links: {
                next: string | null;
            };
        };
        Vehicle: {
            vehicleId: string;
            make: string;
            model: string;
            variant: string;
            /** @enum {string} */
            vehicleClass: "4W" | "2W";
            /** @enum {string} */
            fuelType: "PETROL" | "DIESEL" | "CNG" | "LPG" | "ELECTRIC" | "HYBRID";
            /** @description Zero for an electric vehicle */
            engineCapacityCc: number;
            /** @description Zero for a combustion engine */
            motorPowerWatts: number;
            /** @description Catalogue price in paise */
            exShowroomPriceMinor: number;
            seatingCapacity: number;
        };
        VehicleList: {
            items: components["schemas"]["Vehicle"][];
            links: {
                next: string | null;
            };
        };
        Rto: {
            rtoCode: string;
            office: string;
            /**
             * @description A: the eight metros
             * @enum {string}
             */
            zone: "A" | "B";
        };
        RtoList: {
            items: components["schemas"]["Rto"][];
            links: {
                next: string | null;
            };
        };
        Country: {
            /** @description ISO 3166-1 alpha-2 */
            code: string;
            name: string;
        };
        CountryList: {
            items: components["schemas"]["Country"][];
            links: {
                next: string | null;
            };
        };
        PartnerStateChange: {
            /**
             * @description `AUTO`: the supervisor decides again, from online on
             * @enum {string}
             */
            state: "AUTO" | "ONLINE" | "OFFLINE";
            /** @description Why, for the audit */
            reason: string;
            /** @description When the supervisor decides again, in the future; without it, when somebody says so. Not for `AUTO` */
            until?: string | null;
        };
        Partner: {
            id: string;
            name: string;
            lines: ("motor-four-wheeler" | "motor-two-wheeler" | "health" | "travel" | "term-life")[];
            /** @description What the registry says of how it is called, by operation: timeouts, breakers, limits */
            policy: {
                [key: string]: components["schemas"]["AnyJson"];
            };
            /**
             * @description What is set; `AUTO` unless an operator says otherwise
             * @enum {string}
             */
            state: "AUTO" | "ONLINE" | "OFFLINE";
            /**
             * @description What is true now
             * @enum {string}
             */
            effectiveState: "ONLINE" | "PROBING" | "OFFLINE";
            forced: boolean;
            reason: string | null;
            since: string | null;
            until: string | null;
            changedBy: string | null;
            breakers: {
                replica: string;
                service: string;
                operation: string;
                /** @enum {string} */
                breaker: "CLOSED" | "OPEN" | "HALF_OPEN";
                /** Format: date-time */
                reportedAt: string;
            }[];
            scorecard: {
                operation: string;
                /** Format: date-time */
                from: string;
                calls: number;
                /** @description Failures that say that the partner is ill; declines are none */
                failed: number;
                /** @description The same by category */
                failures: {
                    [key: string]: number;
                };
                slowCalls: number;
                /** @description In [0, 1]; 0 without a call */
                failureRate: number;
                slowRate: number;
            }[];
        };
        PartnerList: {
            items: components["schemas"]["Partner"][];
            links: {
                next: string | null;
            };
        };
        AuditEntry: {
            id: string;
            /** Format: date-time */
            at: string;
            /** @description The id of a client, or `supervisor` */
            actor: string;
            action: string;
            subject: string;
            reason: string | null;
            details: {
                [key: string]: components["schemas"]["AnyJson"];
            };
        };
        AuditList: {
            items: components["schemas"]["AuditEntry"][];
            links: {
                next: string | null;
            };
        };
        Health: {
            /** @constant */
            status: "ok";
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            instance: string;
            code: string;
            traceId: string;
            errors?: {
                pointer: string;
                code: string;
                detail: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * @description W3C trace context of this call; quote its trace id when you ask about it
         * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
         */
        traceparent: string;
        /**
         * @description Where what was created is; equal to `links.self`
         * @example /v1/quote-requests/01989d1a-0000-7000-8000-000000000000
         */
        Location: string;
        /**
         * @description Seconds to wait before the next call
         * @example 1
         */
        "Retry-After": string;
        /**
         * @description The version of what is answered, for `If-None-Match`
         * @example "7"
         */
        ETag: string;
        /**
         * @description The preference that was applied, with its own figure
         * @example wait=10
         */
        "Preference-Applied": string;
        /**
         * @description `true`: the stored response of the first post with this key
         * @example true
         */
        "Idempotency-Replayed": string;
        /**
         * @description Your usage plan: quotas `q` in windows of `w` seconds
         * @example "burst";q=200;w=1, "day";q=1000000;w=86400
         */
        "RateLimit-Policy": string;
        /**
         * @description What remains (`r`) until it is renewed (in `t` seconds)
         * @example "burst";r=199;t=1
         */
        RateLimit: string;
        /**
         * @description The checksum of the bytes (RFC 9530)
         * @example sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:
         */
        "Repr-Digest": string;
        /**
         * @description A name for the file
         * @example attachment; filename="policy-schedule.pdf"
         */
        "Content-Disposition": string;
        /**
         * @description How long it may be kept
         * @example public, max-age=3600
         */
        "Cache-Control": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    requestQuotes: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Posts of one client with the same key and body are one: the first answer is given again for 24 hours. A public client sends a UUID.
                 * @example 4d0e6cb2-7ca5-4d5c-a0e0-3a4c1f6d0c0e
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `wait=N`: answer 200 with the result once it is complete, else 202, for N seconds; more than 10 is lowered to 10.
                 * @example wait=10
                 */
                Prefer?: string;
                /**
                 * @description W3C trace context of the caller; it is passed on to every hop. One that cannot be read is ignored.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuoteRequest"];
            };
        };
        responses: {
            /** @description Complete within the time of `Prefer: wait`: the result, with the `accessToken` */
            200: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuoteResult"];
                };
            };
            /** @description Accepted: the task, with the `accessToken` */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuoteTask"];
                };
            };
            /** @description `malformed-json`: the body is not JSON; `too-deep`: the body has more than 20 levels; `duplicate-key`: an object of the body has a key twice, or the key `__proto__` */
            400: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "malformed-json" | "too-deep" | "duplicate-key";
                    };
                };
            };
            /** @description `unauthorized`: the key is missing or not known */
            401: {
                headers: {
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 401;
                        /** @enum {unknown} */
                        code?: "unauthorized";
                    };
                };
            };
            /** @description `forbidden`: the key lacks the scope */
            403: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `idempotency-in-progress`: a post with this key is being stored right now */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "idempotency-in-progress";
                    };
                };
            };
            /** @description `too-large`: the body is over 64 KiB */
            413: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "too-large";
                    };
                };
            };
            /** @description `unsupported-media-type`: the body is not `application/json` */
            415: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 415;
                        /** @enum {unknown} */
                        code?: "unsupported-media-type";
                    };
                };
            };
            /** @description `validation-failed`: form, codes or facts are wrong; `errors` names every fault at once; `idempotency-key-reused`: the key was used for another body */
            422: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "validation-failed" | "idempotency-key-reused";
                    };
                };
            };
            /** @description `rate-limited`: the usage plan is used up for now */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 429;
                        /** @enum {unknown} */
                        code?: "rate-limited";
                    };
                };
            };
            /** @description `overloaded`: turned away before any work was done; `store-unavailable`: the store of this product line cannot be reached */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 503;
                        /** @enum {unknown} */
                        code?: "overloaded" | "store-unavailable";
                    };
                };
            };
        };
    };
    readQuoteRequest: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of what you have: 304 when there is nothing newer
                 * @example "7"
                 */
                "If-None-Match"?: string;
                /**
                 * @description `wait=N`: with `If-None-Match`, hold the 304 back until something changes, for N seconds; more than 20 is lowered to 20.
                 * @example wait=20
                 */
                Prefer?: string;
                /**
                 * @description W3C trace context of the caller; it is passed on to every hop. One that cannot be read is ignored.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /** @description The id of the quote request, in lower case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It runs */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Retry-After": components["headers"]["Retry-After"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuoteTask"];
                };
            };
            /** @description Complete: the result is at `Location` */
            303: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nothing newer */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: the key is missing or not known */
            401: {
                headers: {
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 401;
                        /** @enum {unknown} */
                        code?: "unauthorized";
                    };
                };
            };
            /** @description `forbidden`: the key lacks the scope */
            403: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `not-found`: the id is malformed, unknown, or not yours */
            404: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "not-found";
                    };
                };
            };
            /** @description `rate-limited`: the usage plan is used up for now */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 429;
                        /** @enum {unknown} */
                        code?: "rate-limited";
                    };
                };
            };
            /** @description `overloaded`: turned away before any work was done; `store-unavailable`: the store of this product line cannot be reached */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 503;
                        /** @enum {unknown} */
                        code?: "overloaded" | "store-unavailable";
                    };
                };
            };
        };
    };
    readQuotes: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of what you have: 304 when there is nothing newer
                 * @example "7"
                 */
                "If-None-Match"?: string;
                /**
                 * @description `wait=N`: with `If-None-Match`, hold the 304 back until something changes, for N seconds; more than 20 is lowered to 20.
                 * @example wait=20
                 */
                Prefer?: string;
                /**
                 * @description W3C trace context of the caller; it is passed on to every hop. One that cannot be read is ignored.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /** @description The id of the quote request, in lower case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The result so far */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuoteResult"];
                };
            };
            /** @description Nothing newer */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: the key is missing or not known */
            401: {
                headers: {
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 401;
                        /** @enum {unknown} */
                        code?: "unauthorized";
                    };
                };
            };
            /** @description `forbidden`: the key lacks the scope */
            403: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `not-found`: the id is malformed, unknown, or not yours */
            404: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "not-found";
                    };
                };
            };
            /** @description `rate-limited`: the usage plan is used up for now */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 429;
                        /** @enum {unknown} */
                        code?: "rate-limited";
                    };
                };
            };
            /** @description `overloaded`: turned away before any work was done; `store-unavailable`: the store of this product line cannot be reached */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 503;
                        /** @enum {unknown} */
                        code?: "overloaded" | "store-unavailable";
                    };
                };
            };
        };
    };
    followQuotes: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `id` of the last event you have: the stream goes on after it, with no gap and no duplicate
                 * @example 7
                 */
                "Last-Event-ID"?: string;
                /**
                 * @description W3C trace context of the caller; it is passed on to every hop. One that cannot be read is ignored.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /** @description The id of the quote request, in lower case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Complete, and nothing newer than `Last-Event-ID`: do not connect again */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: the key is missing or not known */
            401: {
                headers: {
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 401;
                        /** @enum {unknown} */
                        code?: "unauthorized";
                    };
                };
            };
            /** @description `forbidden`: the key lacks the scope */
            403: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `not-found`: the id is malformed, unknown, or not yours */
            404: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "not-found";
                    };
                };
            };
            /** @description `validation-failed`: form, codes or facts are wrong; `errors` names every fault at once */
            422: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "validation-failed";
                    };
                };
            };
            /** @description `rate-limited`: the usage plan is used up for now */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 429;
                        /** @enum {unknown} */
                        code?: "rate-limited";
                    };
                };
            };
            /** @description `overloaded`: turned away before any work was done; `store-unavailable`: the store of this product line cannot be reached */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 503;
                        /** @enum {unknown} */
                        code?: "overloaded" | "store-unavailable";
                    };
                };
            };
        };
    };
    withdrawConsent: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description W3C trace context of the caller; it is passed on to every hop. One that cannot be read is ignored.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /** @description The id of the quote request, in lower case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Withdrawn, now or before */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: the key is missing or not known */
            401: {
                headers: {
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 401;
                        /** @enum {unknown} */
                        code?: "unauthorized";
                    };
                };
            };
            /** @description `forbidden`: the key lacks the scope */
            403: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `not-found`: the id is malformed, unknown, or not yours */
            404: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "not-found";
                    };
                };
            };
            /** @description `too-large`: the body is over 64 KiB */
            413: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "too-large";
                    };
                };
            };
            /** @description `rate-limited`: the usage plan is used up for now */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 429;
                        /** @enum {unknown} */
                        code?: "rate-limited";
                    };
                };
            };
            /** @description `overloaded`: turned away before any work was done; `store-unavailable`: the store of this product line cannot be reached */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 503;
                        /** @enum {unknown} */
                        code?: "overloaded" | "store-unavailable";
                    };
                };
            };
        };
    };
    applyForOffer: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Posts of one client with the same key and body are one: the first answer is given again for 24 hours. A public client sends a UUID. Required: what costs money must be safe to repeat.
                 * @example 4d0e6cb2-7ca5-4d5c-a0e0-3a4c1f6d0c0e
                 */
                "Idempotency-Key": string;
                /**
                 * @description W3C trace context of the caller; it is passed on to every hop. One that cannot be read is ignored.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationRequest"];
            };
        };
        responses: {
            /** @description Accepted: the application, with its own `accessToken` */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description `malformed-json`: the body is not JSON; `too-deep`: the body has more than 20 levels; `duplicate-key`: an object of the body has a key twice, or the key `__proto__`; `idempotency-key-required`: this call needs an `Idempotency-Key` */
            400: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "malformed-json" | "too-deep" | "duplicate-key" | "idempotency-key-required";
                    };
                };
            };
            /** @description `unauthorized`: the key is missing or not known */
            401: {
                headers: {
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 401;
                        /** @enum {unknown} */
                        code?: "unauthorized";
                    };
                };
            };
            /** @description `forbidden`: the key lacks the scope */
            403: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `not-found`: the id is malformed, unknown, or not yours */
            404: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "not-found";
                    };
                };
            };
            /** @description `price-changed`: `acceptedTotalMinor` is not what the offer, or the new price, costs; `payment-already-used`: the payment reference has paid for an application already; `offer-expired`: the offer has ended, or ends too soon: ask for quotes again; `offer-not-bindable`: the offer cannot be applied for: referred, or its consent was withdrawn; `offer-already-applied`: somebody has applied for this offer already */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "price-changed" | "payment-already-used" | "offer-expired" | "offer-not-bindable" | "offer-already-applied";
                    };
                };
            };
            /** @description `too-large`: the body is over 64 KiB */
            413: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "too-large";
                    };
                };
            };
            /** @description `unsupported-media-type`: the body is not `application/json` */
            415: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 415;
                        /** @enum {unknown} */
                        code?: "unsupported-media-type";
                    };
                };
            };
            /** @description `validation-failed`: form, codes or facts are wrong; `errors` names every fault at once; `payment-mismatch`: amount or currency of the payment are not what is due; `payment-not-confirmed`: nobody confirms that this payment was captured; `idempotency-key-reused`: the key was used for another body */
            422: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "validation-failed" | "payment-mismatch" | "payment-not-confirmed" | "idempotency-key-reused";
                    };
                };
            };
            /** @description `rate-limited`: the usage plan is used up for now */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 429;
                        /** @enum {unknown} */
                        code?: "rate-limited";
                    };
                };
            };
            /** @description `overloaded`: turned away before any work was done; `store-unavailable`: the store of this product line cannot be reached; `not-ready`: something that the service needs cannot be reached */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 503;
                        /** @enum {unknown} */
                        code?: "overloaded" | "store-unavailable" | "not-ready";
                    };
                };
            };
        };
    };
    readApplication: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of what you have: 304 when there is nothing newer
                 * @example "7"
                 */
                "If-None-Match"?: string;
                /**
                 * @description `wait=N`: with `If-None-Match`, hold the 304 back until something changes, for N seconds; more than 20 is lowered to 20.
                 * @example wait=20
                 */
                Prefer?: string;
                /**
                 * @description W3C trace context of the caller; it is passed on to every hop. One that cannot be read is ignored.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /** @description The id of the application, in lower case */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it stands */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description Nothing newer */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: the key is missing or not known */
            401: {
                headers: {
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 401;
                        /** @enum {unknown} */
                        code?: "unauthorized";
                    };
                };
            };
            /** @description `forbidden`: the key lacks the scope */
            403: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `not-found`: the id is malformed, unknown, or not yours */
            404: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "not-found";
                    };
                };
            };
            /** @description `rate-limited`: the usage plan is used up for now */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 429;
                        /** @enum {unknown} */
                        code?: "rate-limited";
                    };
                };
            };
            /** @description `overloaded`: turned away before any work was done; `store-unavailable`: the store of this product line cannot be reached */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 503;
                        /** @enum {unknown} */
                        code?: "overloaded" | "store-unavailable";
                    };
                };
            };
        };
    };
    acceptPrice: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Posts of one client with the same key and body are one: the first answer is given again for 24 hours. A public client sends a UUID. Required: what costs money must be safe to repeat.
                 * @example 4d0e6cb2-7ca5-4d5c-a0e0-3a4c1f6d0c0e
                 */
                "Idempotency-Key": string;
                /**
                 * @description W3C trace context of the caller; it is passed on to every hop. One that cannot be read is ignored.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /** @description The id of the application, in lower case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Acceptance"];
            };
        };
        responses: {
            /** @description Accepted: the application as it goes on */
            202: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description `malformed-json`: the body is not JSON; `too-deep`: the body has more than 20 levels; `duplicate-key`: an object of the body has a key twice, or the key `__proto__`; `idempotency-key-required`: this call needs an `Idempotency-Key` */
            400: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "malformed-json" | "too-deep" | "duplicate-key" | "idempotency-key-required";
                    };
                };
            };
            /** @description `unauthorized`: the key is missing or not known */
            401: {
                headers: {
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 401;
                        /** @enum {unknown} */
                        code?: "unauthorized";
                    };
                };
            };
            /** @description `forbidden`: the key lacks the scope */
            403: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `not-found`: the id is malformed, unknown, or not yours */
            404: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "not-found";
                    };
                };
            };
            /** @description `price-changed`: `acceptedTotalMinor` is not what the offer, or the new price, costs; `payment-already-used`: the payment reference has paid for an application already; `not-awaiting-acceptance`: there is no new price to accept */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "price-changed" | "payment-already-used" | "not-awaiting-acceptance";
                    };
                };
            };
            /** @description `too-large`: the body is over 64 KiB */
            413: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "too-large";
                    };
                };
            };
            /** @description `unsupported-media-type`: the body is not `application/json` */
            415: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 415;
                        /** @enum {unknown} */
                        code?: "unsupported-media-type";
                    };
                };
            };
            /** @description `validation-failed`: form, codes or facts are wrong; `errors` names every fault at once; `payment-mismatch`: amount or currency of the payment are not what is due; `payment-not-confirmed`: nobody confirms that this payment was captured; `idempotency-key-reused`: the key was used for another body */
            422: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "validation-failed" | "payment-mismatch" | "payment-not-confirmed" | "idempotency-key-reused";
                    };
                };
            };
            /** @description `rate-limited`: the usage plan is used up for now */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 429;
                        /** @enum {unknown} */
                        code?: "rate-limited";
                    };
                };
            };
            /** @description `overloaded`: turned away before any work was done; `store-unavailable`: the store of this product line cannot be reached; `not-ready`: something that the service needs cannot be reached */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 503;
                        /** @enum {unknown} */
                        code?: "overloaded" | "store-unavailable" | "not-ready";
                    };
                };
            };
        };
    };
    readDocument: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of what you have: 304 when there is nothing newer
                 * @example "7"
                 */
                "If-None-Match"?: string;
                /**
                 * @description W3C trace context of the caller; it is passed on to every hop. One that cannot be read is ignored.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /** @description The id of the application, in lower case */
                id: string;
                /** @description The id of the document, in lower case */
                documentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            /** @description You have it */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Repr-Digest": components["headers"]["Repr-Digest"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `unauthorized`: the key is missing or not known */
            401: {
                headers: {
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 401;
                        /** @enum {unknown} */
                        code?: "unauthorized";
                    };
                };
            };
            /** @description `forbidden`: the key lacks the scope */
            403: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `not-found`: the id is malformed, unknown, or not yours */
            404: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "not-found";
                    };
                };
            };
            /** @description `rate-limited`: the usage plan is used up for now */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 429;
                        /** @enum {unknown} */
                        code?: "rate-limited";
                    };
                };
            };
            /** @description `overloaded`: turned away before any work was done; `store-unavailable`: the store of this product line cannot be reached */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 503;
                        /** @enum {unknown} */
                        code?: "overloaded" | "store-unavailable";
                    };
                };
            };
        };
    };
    listProductLines: {
        parameters: {
            query?: {
                /** @description From `links.next` of the page before; it means nothing to anybody but us */
                cursor?: string;
                /** @description Most items of a page */
                limit?: number;
            };
            header?: {
                /**
                 * @description The `ETag` of what you have: 304 when there is nothing newer
                 * @example "7"
                 */
                "If-None-Match"?: string;
                /**
                 * @description W3C trace context of the caller; it is passed on to every hop. One that cannot be read is ignored.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every product line */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductLineList"];
                };
            };
            /** @description Nothing newer */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation-failed`: form, codes or facts are wrong; `errors` names every fault at once */
            422: {
                headers: {
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "validation-failed";
                    };
                };
            };
        };
    };
    searchVehicles: {
        parameters: {
            query?: {
                /** @description Cars, or two-wheelers */
                class?: "4W" | "2W";
                /**
                 * @description Only what has every one of these words somewhere in its names, whatever the case
                 * @example gul
                 */
                q?: string;
                /** @description From `links.next` of the page before; it means nothing to anybody but us */
                cursor?: string;
                /** @description Most items of a page */
                limit?: number;
            };
            header?: {
                /**
                 * @description The `ETag` of what you have: 304 when there is nothing newer
                 * @example "7"
                 */
                "If-None-Match"?: string;
                /**
                 * @description W3C trace context of the caller; it is passed on to every hop. One that cannot be read is ignored.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of vehicles */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VehicleList"];
                };
            };
            /** @description Nothing newer */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation-failed`: form, codes or facts are wrong; `errors` names every fault at once */
            422: {
                headers: {
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "validation-failed";
                    };
                };
            };
        };
    };
    searchRtos: {
        parameters: {
            query?: {
                /**
                 * @description Only what has every one of these words somewhere in its names, whatever the case
                 * @example pune
                 */
                q?: string;
                /** @description From `links.next` of the page before; it means nothing to anybody but us */
                cursor?: string;
                /** @description Most items of a page */
                limit?: number;
            };
            header?: {
                /**
                 * @description The `ETag` of what you have: 304 when there is nothing newer
                 * @example "7"
                 */
                "If-None-Match"?: string;
                /**
                 * @description W3C trace context of the caller; it is passed on to every hop. One that cannot be read is ignored.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of registering offices */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RtoList"];
                };
            };
            /** @description Nothing newer */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation-failed`: form, codes or facts are wrong; `errors` names every fault at once */
            422: {
                headers: {
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "validation-failed";
                    };
                };
            };
        };
    };
    listCountries: {
        parameters: {
            query?: {
                /** @description From `links.next` of the page before; it means nothing to anybody but us */
                cursor?: string;
                /** @description Most items of a page */
                limit?: number;
            };
            header?: {
                /**
                 * @description The `ETag` of what you have: 304 when there is nothing newer
                 * @example "7"
                 */
                "If-None-Match"?: string;
                /**
                 * @description W3C trace context of the caller; it is passed on to every hop. One that cannot be read is ignored.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every country */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountryList"];
                };
            };
            /** @description Nothing newer */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `validation-failed`: form, codes or facts are wrong; `errors` names every fault at once */
            422: {
                headers: {
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "validation-failed";
                    };
                };
            };
        };
    };
    isLive: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description W3C trace context of the caller; it is passed on to every hop. One that cannot be read is ignored.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It answers */
            200: {
                headers: {
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    isReady: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description W3C trace context of the caller; it is passed on to every hop. One that cannot be read is ignored.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can */
            200: {
                headers: {
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description `not-ready`: something that the service needs cannot be reached */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 503;
                        /** @enum {unknown} */
                        code?: "not-ready";
                    };
                };
            };
        };
    };
    readDescription: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of what you have: 304 when there is nothing newer
                 * @example "7"
                 */
                "If-None-Match"?: string;
                /**
                 * @description W3C trace context of the caller; it is passed on to every hop. One that cannot be read is ignored.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description This document */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        openapi: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description Nothing newer */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readDocs: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The `ETag` of what you have: 304 when there is nothing newer
                 * @example "7"
                 */
                "If-None-Match"?: string;
                /**
                 * @description W3C trace context of the caller; it is passed on to every hop. One that cannot be read is ignored.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html; charset=utf-8": string;
                };
            };
            /** @description Nothing newer */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Cache-Control": components["headers"]["Cache-Control"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listPartners: {
        parameters: {
            query?: {
                /** @description From `links.next` of the page before; it means nothing to anybody but us */
                cursor?: string;
                /** @description Most items of a page */
                limit?: number;
            };
            header?: {
                /**
                 * @description W3C trace context of the caller; it is passed on to every hop. One that cannot be read is ignored.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of partners, by id */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartnerList"];
                };
            };
            /** @description `unauthorized`: the key is missing or not known */
            401: {
                headers: {
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 401;
                        /** @enum {unknown} */
                        code?: "unauthorized";
                    };
                };
            };
            /** @description `forbidden`: the key lacks the scope */
            403: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `validation-failed`: form, codes or facts are wrong; `errors` names every fault at once */
            422: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "validation-failed";
                    };
                };
            };
            /** @description `rate-limited`: the usage plan is used up for now */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 429;
                        /** @enum {unknown} */
                        code?: "rate-limited";
                    };
                };
            };
            /** @description `overloaded`: turned away before any work was done; `store-unavailable`: the store of this product line cannot be reached */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 503;
                        /** @enum {unknown} */
                        code?: "overloaded" | "store-unavailable";
                    };
                };
            };
        };
    };
    setPartnerState: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description W3C trace context of the caller; it is passed on to every hop. One that cannot be read is ignored.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /**
                 * @description The id of the partner
                 * @example acme-general
                 */
                partner: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartnerStateChange"];
            };
        };
        responses: {
            /** @description The partner as it is now */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Partner"];
                };
            };
            /** @description `malformed-json`: the body is not JSON; `too-deep`: the body has more than 20 levels; `duplicate-key`: an object of the body has a key twice, or the key `__proto__` */
            400: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "malformed-json" | "too-deep" | "duplicate-key";
                    };
                };
            };
            /** @description `unauthorized`: the key is missing or not known */
            401: {
                headers: {
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 401;
                        /** @enum {unknown} */
                        code?: "unauthorized";
                    };
                };
            };
            /** @description `forbidden`: the key lacks the scope */
            403: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `not-found`: the id is malformed, unknown, or not yours */
            404: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "not-found";
                    };
                };
            };
            /** @description `too-large`: the body is over 64 KiB */
            413: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "too-large";
                    };
                };
            };
            /** @description `unsupported-media-type`: the body is not `application/json` */
            415: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 415;
                        /** @enum {unknown} */
                        code?: "unsupported-media-type";
                    };
                };
            };
            /** @description `validation-failed`: form, codes or facts are wrong; `errors` names every fault at once */
            422: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "validation-failed";
                    };
                };
            };
            /** @description `rate-limited`: the usage plan is used up for now */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 429;
                        /** @enum {unknown} */
                        code?: "rate-limited";
                    };
                };
            };
            /** @description `overloaded`: turned away before any work was done; `store-unavailable`: the store of this product line cannot be reached */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 503;
                        /** @enum {unknown} */
                        code?: "overloaded" | "store-unavailable";
                    };
                };
            };
        };
    };
    readAudit: {
        parameters: {
            query?: {
                /** @description From `links.next` of the page before; it means nothing to anybody but us */
                cursor?: string;
                /** @description Most items of a page */
                limit?: number;
            };
            header?: {
                /**
                 * @description W3C trace context of the caller; it is passed on to every hop. One that cannot be read is ignored.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of entries */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditList"];
                };
            };
            /** @description `unauthorized`: the key is missing or not known */
            401: {
                headers: {
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 401;
                        /** @enum {unknown} */
                        code?: "unauthorized";
                    };
                };
            };
            /** @description `forbidden`: the key lacks the scope */
            403: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `validation-failed`: form, codes or facts are wrong; `errors` names every fault at once */
            422: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "validation-failed";
                    };
                };
            };
            /** @description `rate-limited`: the usage plan is used up for now */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 429;
                        /** @enum {unknown} */
                        code?: "rate-limited";
                    };
                };
            };
            /** @description `overloaded`: turned away before any work was done; `store-unavailable`: the store of this product line cannot be reached */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 503;
                        /** @enum {unknown} */
                        code?: "overloaded" | "store-unavailable";
                    };
                };
            };
        };
    };
    listDeadLetters: {
        parameters: {
            query?: {
                /** @description Only those of this queue */
                queue?: string;
                /** @description From `links.next` of the page before; it means nothing to anybody but us */
                cursor?: string;
                /** @description Most items of a page */
                limit?: number;
            };
            header?: {
                /**
                 * @description W3C trace context of the caller; it is passed on to every hop. One that cannot be read is ignored.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of groups, by queue and cause */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            queue: string;
                            cause: string;
                            count: number;
                            /** Format: date-time */
                            oldestAt: string;
                            /** Format: date-time */
                            newestAt: string;
                            /** @description The oldest of them, 20 at most */
                            messages: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                receivedAt: string;
                                type: string | null;
                                partner: string | null;
                                /** @description The correlation id, where the message can be read */
                                subject: string | null;
                                applicationId: string | null;
                                /** @description How often it was replayed before */
                                replays: number;
                                /** @description When it is replayed by itself; null: never */
                                replayAt: string | null;
                            }[];
                        }[];
                        links: {
                            next: string | null;
                        };
                    };
                };
            };
            /** @description `unauthorized`: the key is missing or not known */
            401: {
                headers: {
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 401;
                        /** @enum {unknown} */
                        code?: "unauthorized";
                    };
                };
            };
            /** @description `forbidden`: the key lacks the scope */
            403: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `validation-failed`: form, codes or facts are wrong; `errors` names every fault at once */
            422: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "validation-failed";
                    };
                };
            };
            /** @description `rate-limited`: the usage plan is used up for now */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 429;
                        /** @enum {unknown} */
                        code?: "rate-limited";
                    };
                };
            };
            /** @description `overloaded`: turned away before any work was done; `store-unavailable`: the store of this product line cannot be reached */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 503;
                        /** @enum {unknown} */
                        code?: "overloaded" | "store-unavailable";
                    };
                };
            };
        };
    };
    replayDeadLetters: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description W3C trace context of the caller; it is passed on to every hop. One that cannot be read is ignored.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The queue whose dead letters are meant */
                    queue: string;
                    /** @description Only those of this cause */
                    cause?: string | null;
                    /** @description Say what would be done, and do nothing */
                    dryRun?: boolean | null;
                    /** @description How many a second; 10 by default */
                    ratePerSecond?: number | null;
                };
            };
        };
        responses: {
            /** @description What is, or would be, replayed */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        queue: string;
                        cause: string | null;
                        dryRun: boolean;
                        matched: number;
                        ratePerSecond: number;
                        /** @description When the last of them is sent */
                        lastAt: string | null;
                    };
                };
            };
            /** @description `malformed-json`: the body is not JSON; `too-deep`: the body has more than 20 levels; `duplicate-key`: an object of the body has a key twice, or the key `__proto__` */
            400: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "malformed-json" | "too-deep" | "duplicate-key";
                    };
                };
            };
            /** @description `unauthorized`: the key is missing or not known */
            401: {
                headers: {
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 401;
                        /** @enum {unknown} */
                        code?: "unauthorized";
                    };
                };
            };
            /** @description `forbidden`: the key lacks the scope */
            403: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `too-large`: the body is over 64 KiB */
            413: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "too-large";
                    };
                };
            };
            /** @description `unsupported-media-type`: the body is not `application/json` */
            415: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 415;
                        /** @enum {unknown} */
                        code?: "unsupported-media-type";
                    };
                };
            };
            /** @description `validation-failed`: form, codes or facts are wrong; `errors` names every fault at once */
            422: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "validation-failed";
                    };
                };
            };
            /** @description `rate-limited`: the usage plan is used up for now */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 429;
                        /** @enum {unknown} */
                        code?: "rate-limited";
                    };
                };
            };
            /** @description `overloaded`: turned away before any work was done; `store-unavailable`: the store of this product line cannot be reached */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 503;
                        /** @enum {unknown} */
                        code?: "overloaded" | "store-unavailable";
                    };
                };
            };
        };
    };
    discardDeadLetter: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description W3C trace context of the caller; it is passed on to every hop. One that cannot be read is ignored.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /** @description The id of the dead letter, in lower case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description It is discarded */
            204: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed-json`: the body is not JSON; `too-deep`: the body has more than 20 levels; `duplicate-key`: an object of the body has a key twice, or the key `__proto__` */
            400: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "malformed-json" | "too-deep" | "duplicate-key";
                    };
                };
            };
            /** @description `unauthorized`: the key is missing or not known */
            401: {
                headers: {
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 401;
                        /** @enum {unknown} */
                        code?: "unauthorized";
                    };
                };
            };
            /** @description `forbidden`: the key lacks the scope */
            403: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `not-found`: the id is malformed, unknown, or not yours */
            404: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "not-found";
                    };
                };
            };
            /** @description `too-large`: the body is over 64 KiB */
            413: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "too-large";
                    };
                };
            };
            /** @description `unsupported-media-type`: the body is not `application/json` */
            415: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 415;
                        /** @enum {unknown} */
                        code?: "unsupported-media-type";
                    };
                };
            };
            /** @description `validation-failed`: form, codes or facts are wrong; `errors` names every fault at once */
            422: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "validation-failed";
                    };
                };
            };
            /** @description `rate-limited`: the usage plan is used up for now */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 429;
                        /** @enum {unknown} */
                        code?: "rate-limited";
                    };
                };
            };
            /** @description `overloaded`: turned away before any work was done; `store-unavailable`: the store of this product line cannot be reached */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 503;
                        /** @enum {unknown} */
                        code?: "overloaded" | "store-unavailable";
                    };
                };
            };
        };
    };
    listQueues: {
        parameters: {
            query?: {
                /** @description From `links.next` of the page before; it means nothing to anybody but us */
                cursor?: string;
                /** @description Most items of a page */
                limit?: number;
            };
            header?: {
                /**
                 * @description W3C trace context of the caller; it is passed on to every hop. One that cannot be read is ignored.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of queues, by name */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            name: string;
                            /** @description Messages that wait; null where the queue cannot be asked */
                            visible: number | null;
                            inFlight: number | null;
                            delayed: number | null;
                            /** @description Kept here, and not yet replayed or discarded */
                            deadLetters: number;
                            oldestDeadLetterAt: string | null;
                        }[];
                        links: {
                            next: string | null;
                        };
                    };
                };
            };
            /** @description `unauthorized`: the key is missing or not known */
            401: {
                headers: {
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 401;
                        /** @enum {unknown} */
                        code?: "unauthorized";
                    };
                };
            };
            /** @description `forbidden`: the key lacks the scope */
            403: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `validation-failed`: form, codes or facts are wrong; `errors` names every fault at once */
            422: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "validation-failed";
                    };
                };
            };
            /** @description `rate-limited`: the usage plan is used up for now */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 429;
                        /** @enum {unknown} */
                        code?: "rate-limited";
                    };
                };
            };
            /** @description `overloaded`: turned away before any work was done; `store-unavailable`: the store of this product line cannot be reached */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 503;
                        /** @enum {unknown} */
                        code?: "overloaded" | "store-unavailable";
                    };
                };
            };
        };
    };
    listApplications: {
        parameters: {
            query?: {
                /** @description Only those in this state */
                status?: "SUBMITTED" | "PENDING_PARTNER" | "OUTCOME_UNKNOWN" | "PRICE_CHANGED" | "ISSUED" | "REJECTED" | "EXPIRED" | "NEEDS_ATTENTION";
                /** @description Only those with such a refund */
                refund?: "DUE" | "REFUNDED";
                /** @description From `links.next` of the page before; it means nothing to anybody but us */
                cursor?: string;
                /** @description Most items of a page */
                limit?: number;
            };
            header?: {
                /**
                 * @description W3C trace context of the caller; it is passed on to every hop. One that cannot be read is ignored.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of applications */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            offerId: string;
                            /** Format: uuid */
                            quoteRequestId: string;
                            partner: string;
                            version: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** @enum {string} */
                            status: "SUBMITTED" | "PENDING_PARTNER" | "OUTCOME_UNKNOWN" | "PRICE_CHANGED" | "ISSUED" | "REJECTED" | "EXPIRED" | "NEEDS_ATTENTION";
                            totalMinor: number;
                            currency: string;
                            policyNumber: string | null;
                            /** @description Both days inclusive */
                            period: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                            } | null;
                            priceChange: {
                                previousTotalMinor: number;
                                newTotalMinor: number;
                                currency: string;
                                /** Format: date-time */
                                decideBy: string;
                            } | null;
                            refund: {
                                amountMinor: number;
                                currency: string;
                                /** @enum {string} */
                                status: "DUE" | "REFUNDED";
                            } | null;
                            documents: {
                                /** Format: uuid */
                                id: string;
                                type: string;
                                contentType: string;
                                sha256: string;
                                href: string;
                            }[];
                            /** @description Every step, the oldest first */
                            events: {
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                status: "SUBMITTED" | "PENDING_PARTNER" | "OUTCOME_UNKNOWN" | "PRICE_CHANGED" | "ISSUED" | "REJECTED" | "EXPIRED" | "NEEDS_ATTENTION";
                                attempt: number;
                                reason: string | null;
                            }[];
                            links: {
                                self: string;
                            };
                            clientId: string;
                            productLine: string;
                            partnerQuoteRef: string;
                            /** @description SHA-256 of the offer as canonical JSON: what the customer chose */
                            offerSnapshot: string;
                            attempt: number;
                            /** Format: date-time */
                            statusSince: string;
                            /** @description When it goes on by itself; null: only somebody’s word helps */
                            nextStepAt: string | null;
                            /** @description The root cause of the last failure */
                            cause: {
                                category: string;
                                partnerCode: string | null;
                                messageForOps: string;
                            } | null;
                        }[];
                        links: {
                            next: string | null;
                        };
                    };
                };
            };
            /** @description `unauthorized`: the key is missing or not known */
            401: {
                headers: {
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 401;
                        /** @enum {unknown} */
                        code?: "unauthorized";
                    };
                };
            };
            /** @description `forbidden`: the key lacks the scope */
            403: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `validation-failed`: form, codes or facts are wrong; `errors` names every fault at once */
            422: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "validation-failed";
                    };
                };
            };
            /** @description `rate-limited`: the usage plan is used up for now */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 429;
                        /** @enum {unknown} */
                        code?: "rate-limited";
                    };
                };
            };
            /** @description `overloaded`: turned away before any work was done; `store-unavailable`: the store of this product line cannot be reached */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 503;
                        /** @enum {unknown} */
                        code?: "overloaded" | "store-unavailable";
                    };
                };
            };
        };
    };
    resolveApplication: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description W3C trace context of the caller; it is passed on to every hop. One that cannot be read is ignored.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /** @description The id of the application, in lower case */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    action: "RESUBMIT" | "MARK_ISSUED" | "REJECT" | "MARK_REFUNDED";
                    /** @description Why, for the audit */
                    reason: string;
                    /** @description For `MARK_ISSUED` only */
                    policyNumber?: string | null;
                };
            };
        };
        responses: {
            /** @description The application as it is now */
            200: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        offerId: string;
                        /** Format: uuid */
                        quoteRequestId: string;
                        partner: string;
                        version: number;
                        /** Format: date-time */
                        createdAt: string;
                        /** @enum {string} */
                        status: "SUBMITTED" | "PENDING_PARTNER" | "OUTCOME_UNKNOWN" | "PRICE_CHANGED" | "ISSUED" | "REJECTED" | "EXPIRED" | "NEEDS_ATTENTION";
                        totalMinor: number;
                        currency: string;
                        policyNumber: string | null;
                        /** @description Both days inclusive */
                        period: {
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                        } | null;
                        priceChange: {
                            previousTotalMinor: number;
                            newTotalMinor: number;
                            currency: string;
                            /** Format: date-time */
                            decideBy: string;
                        } | null;
                        refund: {
                            amountMinor: number;
                            currency: string;
                            /** @enum {string} */
                            status: "DUE" | "REFUNDED";
                        } | null;
                        documents: {
                            /** Format: uuid */
                            id: string;
                            type: string;
                            contentType: string;
                            sha256: string;
                            href: string;
                        }[];
                        /** @description Every step, the oldest first */
                        events: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            status: "SUBMITTED" | "PENDING_PARTNER" | "OUTCOME_UNKNOWN" | "PRICE_CHANGED" | "ISSUED" | "REJECTED" | "EXPIRED" | "NEEDS_ATTENTION";
                            attempt: number;
                            reason: string | null;
                        }[];
                        links: {
                            self: string;
                        };
                        clientId: string;
                        productLine: string;
                        partnerQuoteRef: string;
                        /** @description SHA-256 of the offer as canonical JSON: what the customer chose */
                        offerSnapshot: string;
                        attempt: number;
                        /** Format: date-time */
                        statusSince: string;
                        /** @description When it goes on by itself; null: only somebody’s word helps */
                        nextStepAt: string | null;
                        /** @description The root cause of the last failure */
                        cause: {
                            category: string;
                            partnerCode: string | null;
                            messageForOps: string;
                        } | null;
                    };
                };
            };
            /** @description `malformed-json`: the body is not JSON; `too-deep`: the body has more than 20 levels; `duplicate-key`: an object of the body has a key twice, or the key `__proto__` */
            400: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 400;
                        /** @enum {unknown} */
                        code?: "malformed-json" | "too-deep" | "duplicate-key";
                    };
                };
            };
            /** @description `unauthorized`: the key is missing or not known */
            401: {
                headers: {
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 401;
                        /** @enum {unknown} */
                        code?: "unauthorized";
                    };
                };
            };
            /** @description `forbidden`: the key lacks the scope */
            403: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 403;
                        /** @enum {unknown} */
                        code?: "forbidden";
                    };
                };
            };
            /** @description `not-found`: the id is malformed, unknown, or not yours */
            404: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 404;
                        /** @enum {unknown} */
                        code?: "not-found";
                    };
                };
            };
            /** @description `not-resolvable`: the application is not in a state that this action resolves */
            409: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 409;
                        /** @enum {unknown} */
                        code?: "not-resolvable";
                    };
                };
            };
            /** @description `too-large`: the body is over 64 KiB */
            413: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 413;
                        /** @enum {unknown} */
                        code?: "too-large";
                    };
                };
            };
            /** @description `unsupported-media-type`: the body is not `application/json` */
            415: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 415;
                        /** @enum {unknown} */
                        code?: "unsupported-media-type";
                    };
                };
            };
            /** @description `validation-failed`: form, codes or facts are wrong; `errors` names every fault at once */
            422: {
                headers: {
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 422;
                        /** @enum {unknown} */
                        code?: "validation-failed";
                    };
                };
            };
            /** @description `rate-limited`: the usage plan is used up for now */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 429;
                        /** @enum {unknown} */
                        code?: "rate-limited";
                    };
                };
            };
            /** @description `overloaded`: turned away before any work was done; `store-unavailable`: the store of this product line cannot be reached */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    traceparent: components["headers"]["traceparent"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @constant */
                        status?: 503;
                        /** @enum {unknown} */
                        code?: "overloaded" | "store-unavailable";
                    };
                };
            };
        };
    };
}
