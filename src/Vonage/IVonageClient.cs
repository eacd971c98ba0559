using Vonage.Account;
using Vonage.Applications;
using Vonage.Meetings;
using Vonage.Messages;
using Vonage.NumberInsight;
using Vonage.Numbers;
using Vonage.Pricing;
using Vonage.ProactiveConnect;
using Vonage.Raw;
using Vonage.ShortCodes;
using Vonage.Sms;
using Vonage.Subaccounts;
using Vonage.Users;
using Vonage.Verify;
using Vonage.VerifyV2;
using Vonage.Voice;

namespace Vonage;

/// <summary>All of Vonage's APIs behind one client. Safe to use from many threads: keep one for the process.</summary>
public interface IVonageClient
{
    /// <summary>Account API: balance, top-up, webhook settings, email senders and API secrets.</summary>
    IAccountClient Account { get; }

    /// <summary>SMS API: text, Unicode and binary messages, and conversions.</summary>
    ISmsClient Sms { get; }

    /// <summary>Messages API: SMS, MMS, RCS, WhatsApp, Messenger, Viber and e-mail, with failover.</summary>
    IMessagesClient Messages { get; }

    /// <summary>Voice API: calls, call control by NCCO, recordings.</summary>
    IVoiceClient Voice { get; }

    /// <summary>Verify API, version 2: verifications over silent authentication, RCS, SMS, WhatsApp, voice and e-mail; templates.</summary>
    IVerifyV2Client VerifyV2 { get; }

    /// <summary>Verify API, version 1: codes by SMS and voice, payments under PSD2.</summary>
    IVerifyClient Verify { get; }

    /// <summary>Number Insight API: a number's country, carrier, validity and roaming.</summary>
    INumberInsightClient NumberInsight { get; }

    /// <summary>Numbers API: search, rent, configure and give back numbers.</summary>
    INumbersClient Numbers { get; }

    /// <summary>Pricing API: what SMS and calls cost.</summary>
    IPricingClient Pricing { get; }

    /// <summary>Application API: applications, their capabilities, webhooks and keys.</summary>
    IApplicationsClient Applications { get; }

    /// <summary>Users API: the people and things that an application's conversations are between.</summary>
    IUsersClient Users { get; }

    /// <summary>Subaccounts API: accounts below the account, and transfers of credit, balance and numbers between them.</summary>
    ISubaccountsClient Subaccounts { get; }

    /// <summary>Meetings API: rooms, recordings, themes and logos. Vonage has ended this service: for what still uses it.</summary>
    IMeetingsClient Meetings { get; }

    /// <summary>Proactive Connect API: lists, items, actions, jobs, runs and events. Vonage has ended this service: for what still uses it.</summary>
    IProactiveConnectClient ProactiveConnect { get; }

    /// <summary>Short codes in the United States: alerts, two-factor codes, campaign messages and subscriptions.</summary>
    IShortCodesClient ShortCodes { get; }

    /// <summary>The way out of the typed surface: any request, with these credentials and hosts.</summary>
    IRawClient Raw { get; }

    /// <summary>Makes tokens for client SDKs.</summary>
    IJwtGenerator Jwt { get; }
}
