using Vonage.Account;
using Vonage.Messages;
using Vonage.Raw;
using Vonage.Sms;
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

    /// <summary>The way out of the typed surface: any request, with these credentials and hosts.</summary>
    IRawClient Raw { get; }

    /// <summary>Makes tokens for client SDKs.</summary>
    IJwtGenerator Jwt { get; }
}
