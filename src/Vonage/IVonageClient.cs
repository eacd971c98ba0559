using Vonage.Account;
using Vonage.Applications;
using Vonage.Conversations;
using Vonage.Meetings;
using Vonage.Messages;
using Vonage.NumberInsight;
using Vonage.Numbers;
using Vonage.Pricing;
using Vonage.ProactiveConnect;
using Vonage.Raw;
using Vonage.Reports;
using Vonage.ShortCodes;
using Vonage.Sms;
using Vonage.Subaccounts;
using Vonage.Users;
using Vonage.Verify;
using Vonage.VerifyV2;
using Vonage.Video;
using Vonage.Voice;

namespace Vonage;

/// <summary>Provides all Vonage APIs. The client is thread-safe; use one instance for the lifetime of the process.</summary>
public interface IVonageClient
{
    /// <summary>Account API: balance, top-up, webhook settings, email senders and API secrets.</summary>
    IAccountClient Account { get; }

    /// <summary>SMS API: text, Unicode and binary messages, and conversions.</summary>
    ISmsClient Sms { get; }

    /// <summary>Messages API: SMS, MMS, RCS, WhatsApp, Messenger, Viber and email, with failover.</summary>
    IMessagesClient Messages { get; }

    /// <summary>Voice API: calls, call control with NCCOs, and recordings.</summary>
    IVoiceClient Voice { get; }

    /// <summary>Video API: sessions and client tokens, streams, archives, broadcasts, captions and SIP calls.</summary>
    IVideoClient Video { get; }

    /// <summary>Conversation API: conversations, their members and events, and audio.</summary>
    IConversationsClient Conversations { get; }

    /// <summary>Verify API, version 2: verification by silent authentication, RCS, SMS, WhatsApp, voice and email; templates.</summary>
    IVerifyV2Client VerifyV2 { get; }

    /// <summary>Verify API, version 1: codes by SMS and voice; payment authentication under PSD2.</summary>
    IVerifyClient Verify { get; }

    /// <summary>Number Insight API: the country, carrier, validity and roaming status of a number.</summary>
    INumberInsightClient NumberInsight { get; }

    /// <summary>Numbers API: searching, buying, configuring and canceling numbers.</summary>
    INumbersClient Numbers { get; }

    /// <summary>Pricing API: prices of SMS and calls.</summary>
    IPricingClient Pricing { get; }

    /// <summary>Application API: applications with their capabilities, webhooks and keys.</summary>
    IApplicationsClient Applications { get; }

    /// <summary>Users API: the users of an application's conversations.</summary>
    IUsersClient Users { get; }

    /// <summary>Reports API: records of the use of all products.</summary>
    IReportsClient Reports { get; }

    /// <summary>Subaccounts API: subaccounts, and transfers of credit, balance and numbers between them.</summary>
    ISubaccountsClient Subaccounts { get; }

    /// <summary>Meetings API: rooms, recordings, themes and logos. Vonage has discontinued this service.</summary>
    IMeetingsClient Meetings { get; }

    /// <summary>Proactive Connect API: lists, items, actions, jobs, runs and events. Vonage has discontinued this service.</summary>
    IProactiveConnectClient ProactiveConnect { get; }

    /// <summary>US short codes API: alerts, two-factor authentication codes, campaign messages and subscriptions.</summary>
    IShortCodesClient ShortCodes { get; }

    /// <summary>Calls endpoints that have no typed method, with the credentials and hosts of this client.</summary>
    IRawClient Raw { get; }

    /// <summary>Generates JSON Web Tokens for client SDKs.</summary>
    IJwtGenerator Jwt { get; }
}
