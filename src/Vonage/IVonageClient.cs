using System.Diagnostics.CodeAnalysis;
using Vonage.Account;
using Vonage.Applications;
using Vonage.Audit;
using Vonage.ChannelManager;
using Vonage.Conversations;
using Vonage.Dispatch;
using Vonage.ExternalAccounts;
using Vonage.FraudDefender;
using Vonage.IdentityInsights;
using Vonage.LocationRetrieval;
using Vonage.Media;
using Vonage.Meetings;
using Vonage.Messages;
using Vonage.NumberInsight;
using Vonage.NumberPools;
using Vonage.Numbers;
using Vonage.NumberVerification;
using Vonage.Pricing;
using Vonage.ProactiveConnect;
using Vonage.ProgrammableSip;
using Vonage.Raw;
using Vonage.Redact;
using Vonage.Reports;
using Vonage.ShortCodes;
using Vonage.SimSwap;
using Vonage.Sms;
using Vonage.Subaccounts;
using Vonage.TenDlc;
using Vonage.Users;
using Vonage.Verify;
using Vonage.VerifyV2;
using Vonage.Video;
using Vonage.Voice;
using Vonage.WhatsAppProvisioning;
using Vonage.WhatsAppTemplates;

namespace Vonage;

/// <summary>Provides all Vonage APIs. The client is thread-safe; use one instance for the lifetime of the process.</summary>
/// <example>
/// <code>
/// using Vonage;
/// using Vonage.Sms;
///
/// // Reads VONAGE_API_KEY and VONAGE_API_SECRET. The client is thread-safe; use one instance for the lifetime of the process.
/// var vonage = VonageClient.FromEnvironment();
///
/// var sent = await vonage.Sms.SendAsync(new SmsRequest { From = "ACME", To = "447700900000", Text = "Hello from C#" });
/// Console.WriteLine(sent.Messages[0].MessageId);
/// </code>
/// </example>
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

    /// <summary>Identity Insights API: format, carriers, SIM and device swaps, subscriber, location, roaming and reachability of a number.</summary>
    IIdentityInsightsClient IdentityInsights { get; }

    /// <summary>Location Retrieval API: the area in which a mobile device was last seen.</summary>
    ILocationRetrievalClient LocationRetrieval { get; }

    /// <summary>SIM Swap API: whether and when the SIM card of a number was replaced. Deprecated by Vonage in favor of <see cref="IdentityInsights"/>.</summary>
    ISimSwapClient SimSwap { get; }

    /// <summary>Number Verification API: whether a number is that of the device of a user. Deprecated by Vonage in favor of <see cref="IdentityInsights"/>.</summary>
    INumberVerificationClient NumberVerification { get; }

    /// <summary>Numbers API: searching, buying, configuring and canceling numbers.</summary>
    INumbersClient Numbers { get; }

    /// <summary>Pricing API: prices of SMS and calls.</summary>
    IPricingClient Pricing { get; }

    /// <summary>Application API: applications with their capabilities, webhooks and keys.</summary>
    IApplicationsClient Applications { get; }

    /// <summary>Users API: the users of an application's conversations.</summary>
    IUsersClient Users { get; }

    /// <summary>WhatsApp Template Management API: the message templates of WhatsApp Business Accounts. In beta.</summary>
    [Experimental("VONAGE013")]
    IWhatsAppTemplatesClient WhatsAppTemplates { get; }

    /// <summary>WhatsApp Provisioning API: deployments of WhatsApp numbers, their business profiles and sticker packs. Not yet version 1.</summary>
    [Experimental("VONAGE004")]
    IWhatsAppProvisioningClient WhatsAppProvisioning { get; }

    /// <summary>Channel Manager API: RCS brands and agents, WhatsApp Business Accounts, and notification subscriptions. Not all of its responses are documented.</summary>
    [Experimental("VONAGE002")]
    IChannelManagerClient ChannelManager { get; }

    /// <summary>Reports API: records of the use of all products.</summary>
    IReportsClient Reports { get; }

    /// <summary>Media API: metadata, downloads and deletion of stored files. It is a beta.</summary>
    [Experimental("VONAGE014")]
    IMediaClient Media { get; }

    /// <summary>Audit API: the audit log of the account. It is a beta.</summary>
    [Experimental("VONAGE011")]
    IAuditClient Audit { get; }

    /// <summary>External Accounts API: Messenger, WhatsApp, Viber and RCS accounts, and their applications. It is a developer preview.</summary>
    [Experimental("VONAGE005")]
    IExternalAccountsClient ExternalAccounts { get; }

    /// <summary>Number Pools API: pools of numbers from which the sender of a message is chosen.</summary>
    INumberPoolsClient NumberPools { get; }

    /// <summary>Programmable SIP API: SIP domains and their users. Its responses are only partly documented.</summary>
    [Experimental("VONAGE010")]
    IProgrammableSipClient ProgrammableSip { get; }

    /// <summary>Dispatch API: messages with failover. Vonage has closed it to new users: use <see cref="Messages"/> with failover instead.</summary>
    IDispatchClient Dispatch { get; }

    /// <summary>Redact API: removal of personal data from records.</summary>
    IRedactClient Redact { get; }

    /// <summary>Subaccounts API: subaccounts, and transfers of credit, balance and numbers between them.</summary>
    ISubaccountsClient Subaccounts { get; }

    /// <summary>10DLC API: brands, campaigns and their numbers, for messages from US 10-digit long codes.</summary>
    [Experimental("VONAGE012")]
    ITenDlcClient TenDlc { get; }

    /// <summary>Fraud Defender API: traffic rules, burst protection for SMS and custom alerts.</summary>
    [Experimental("VONAGE001")]
    IFraudDefenderClient FraudDefender { get; }

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
