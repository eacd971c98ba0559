using System.Diagnostics.CodeAnalysis;
using Vonage.Account;
using Vonage.Applications;
using Vonage.Audit;
using Vonage.ChannelManager;
using Vonage.Conversations;
using Vonage.Core;
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

/// <inheritdoc cref="IVonageClient"/>
public class VonageClient : IVonageClient
{
    private readonly VonageApiClient _apiClient;
    private IAccountClient? _account;
    private ISmsClient? _sms;
    private IMessagesClient? _messages;
    private IVoiceClient? _voice;
    private IVideoClient? _video;
    private IConversationsClient? _conversations;
    private IVerifyV2Client? _verifyV2;
    private IVerifyClient? _verify;
    private INumberInsightClient? _numberInsight;
    private IIdentityInsightsClient? _identityInsights;
    private ILocationRetrievalClient? _locationRetrieval;
    private ISimSwapClient? _simSwap;
    private INumberVerificationClient? _numberVerification;
    private INumbersClient? _numbers;
    private IPricingClient? _pricing;
    private IApplicationsClient? _applications;
    private IUsersClient? _users;
    [Experimental("VONAGE013")]
    private IWhatsAppTemplatesClient? _whatsAppTemplates;
    [Experimental("VONAGE004")]
    private IWhatsAppProvisioningClient? _whatsAppProvisioning;
    [Experimental("VONAGE002")]
    private IChannelManagerClient? _channelManager;
    private IReportsClient? _reports;
    [Experimental("VONAGE014")]
    private IMediaClient? _media;
    [Experimental("VONAGE011")]
    private IAuditClient? _audit;
    [Experimental("VONAGE005")]
    private IExternalAccountsClient? _externalAccounts;
    private INumberPoolsClient? _numberPools;
    [Experimental("VONAGE010")]
    private IProgrammableSipClient? _programmableSip;
    private IDispatchClient? _dispatch;
    private IRedactClient? _redact;
    private ISubaccountsClient? _subaccounts;
    [Experimental("VONAGE012")]
    private ITenDlcClient? _tenDlc;
    [Experimental("VONAGE001")]
    private IFraudDefenderClient? _fraudDefender;
    private IMeetingsClient? _meetings;
    private IProactiveConnectClient? _proactiveConnect;
    private IShortCodesClient? _shortCodes;
    private IRawClient? _raw;

    /// <summary>Initializes a new instance of the class. The client is thread-safe; use one instance for the lifetime of the process.</summary>
    /// <param name="credentials">The credentials.</param>
    /// <param name="options">Client options, such as hosts, region and timeout.</param>
    public VonageClient(VonageCredentials credentials, VonageClientOptions? options = null)
        : this(new VonageApiClient(credentials, options))
    {
    }

    /// <summary>Initializes a new instance of the class that sends requests through the given <see cref="HttpClient"/>.</summary>
    /// <param name="httpClient">The HTTP client. The caller remains responsible for disposing it. Its handler must not follow redirects (<c>AllowAutoRedirect = false</c>): a body is not sent to another address, and a redirect that was followed is an <see cref="ApiConnectionException"/>.</param>
    /// <param name="credentials">The credentials.</param>
    /// <param name="options">Client options, such as hosts, region and timeout.</param>
    public VonageClient(HttpClient httpClient, VonageCredentials credentials, VonageClientOptions? options = null)
        : this(new VonageApiClient(httpClient, credentials, options))
    {
    }

    /// <summary>Initializes a new instance of the class that sends requests through the given API client.</summary>
    /// <param name="apiClient">The client that sends the requests.</param>
    public VonageClient(VonageApiClient apiClient) => _apiClient = apiClient ?? throw new ArgumentNullException(nameof(apiClient));

    /// <summary>Initializes a new instance of the class for mocking. Its members cannot send requests.</summary>
    protected VonageClient() => _apiClient = null!;

    // Created on first use: a program that sends SMS does not pay for the other APIs. Two threads may each create an instance at the same
    // time; the instances are equivalent.

    /// <inheritdoc/>
    public virtual IAccountClient Account => _account ??= new AccountClient(_apiClient);

    /// <inheritdoc/>
    public virtual ISmsClient Sms => _sms ??= new SmsClient(_apiClient);

    /// <inheritdoc/>
    public virtual IMessagesClient Messages => _messages ??= new MessagesClient(_apiClient);

    /// <inheritdoc/>
    public virtual IVoiceClient Voice => _voice ??= new VoiceClient(_apiClient);

    /// <inheritdoc/>
    public virtual IVideoClient Video => _video ??= new VideoClient(_apiClient);

    /// <inheritdoc/>
    public virtual IConversationsClient Conversations => _conversations ??= new ConversationsClient(_apiClient);

    /// <inheritdoc/>
    public virtual IVerifyV2Client VerifyV2 => _verifyV2 ??= new VerifyV2Client(_apiClient);

    /// <inheritdoc/>
    public virtual IVerifyClient Verify => _verify ??= new VerifyClient(_apiClient);

    /// <inheritdoc/>
    public virtual INumberInsightClient NumberInsight => _numberInsight ??= new NumberInsightClient(_apiClient);

    /// <inheritdoc/>
    public virtual IIdentityInsightsClient IdentityInsights => _identityInsights ??= new IdentityInsightsClient(_apiClient);

    /// <inheritdoc/>
    public virtual ILocationRetrievalClient LocationRetrieval => _locationRetrieval ??= new LocationRetrievalClient(_apiClient);

    /// <inheritdoc/>
    public virtual ISimSwapClient SimSwap => _simSwap ??= new SimSwapClient(_apiClient);

    /// <inheritdoc/>
    public virtual INumberVerificationClient NumberVerification => _numberVerification ??= new NumberVerificationClient(_apiClient);

    /// <inheritdoc/>
    public virtual INumbersClient Numbers => _numbers ??= new NumbersClient(_apiClient);

    /// <inheritdoc/>
    public virtual IPricingClient Pricing => _pricing ??= new PricingClient(_apiClient);

    /// <inheritdoc/>
    public virtual IApplicationsClient Applications => _applications ??= new ApplicationsClient(_apiClient);

    /// <inheritdoc/>
    public virtual IUsersClient Users => _users ??= new UsersClient(_apiClient);

    /// <inheritdoc/>
    [Experimental("VONAGE013")]
    public virtual IWhatsAppTemplatesClient WhatsAppTemplates => _whatsAppTemplates ??= new WhatsAppTemplatesClient(_apiClient);

    /// <inheritdoc/>
    [Experimental("VONAGE004")]
    public virtual IWhatsAppProvisioningClient WhatsAppProvisioning => _whatsAppProvisioning ??= new WhatsAppProvisioningClient(_apiClient);

    /// <inheritdoc/>
    [Experimental("VONAGE002")]
    public virtual IChannelManagerClient ChannelManager => _channelManager ??= new ChannelManagerClient(_apiClient);

    /// <inheritdoc/>
    public virtual IReportsClient Reports => _reports ??= new ReportsClient(_apiClient);

    /// <inheritdoc/>
    [Experimental("VONAGE014")]
    public virtual IMediaClient Media => _media ??= new MediaClient(_apiClient);

    /// <inheritdoc/>
    [Experimental("VONAGE011")]
    public virtual IAuditClient Audit => _audit ??= new AuditClient(_apiClient);

    /// <inheritdoc/>
    [Experimental("VONAGE005")]
    public virtual IExternalAccountsClient ExternalAccounts => _externalAccounts ??= new ExternalAccountsClient(_apiClient);

    /// <inheritdoc/>
    public virtual INumberPoolsClient NumberPools => _numberPools ??= new NumberPoolsClient(_apiClient);

    /// <inheritdoc/>
    [Experimental("VONAGE010")]
    public virtual IProgrammableSipClient ProgrammableSip => _programmableSip ??= new ProgrammableSipClient(_apiClient);

    /// <inheritdoc/>
    public virtual IDispatchClient Dispatch => _dispatch ??= new DispatchClient(_apiClient);

    /// <inheritdoc/>
    public virtual IRedactClient Redact => _redact ??= new RedactClient(_apiClient);

    /// <inheritdoc/>
    public virtual ISubaccountsClient Subaccounts => _subaccounts ??= new SubaccountsClient(_apiClient);

    /// <inheritdoc/>
    [Experimental("VONAGE012")]
    public virtual ITenDlcClient TenDlc => _tenDlc ??= new TenDlcClient(_apiClient);

    /// <inheritdoc/>
    [Experimental("VONAGE001")]
    public virtual IFraudDefenderClient FraudDefender => _fraudDefender ??= new FraudDefenderClient(_apiClient);

    /// <inheritdoc/>
    public virtual IMeetingsClient Meetings => _meetings ??= new MeetingsClient(_apiClient);

    /// <inheritdoc/>
    public virtual IProactiveConnectClient ProactiveConnect => _proactiveConnect ??= new ProactiveConnectClient(_apiClient);

    /// <inheritdoc/>
    public virtual IShortCodesClient ShortCodes => _shortCodes ??= new ShortCodesClient(_apiClient);

    /// <inheritdoc/>
    public virtual IRawClient Raw => _raw ??= new RawClient(_apiClient);

    /// <inheritdoc/>
    public virtual IJwtGenerator Jwt => _apiClient.Jwt;

    /// <summary>
    /// Creates a client with credentials from the <c>VONAGE_*</c> environment variables. <c>VONAGE_BASE_URL</c> or <c>VONAGE_HOSTS</c> lead it to other
    /// addresses, such as the simulator's.
    /// </summary>
    /// <param name="options">Client options, such as hosts, region and timeout. Hosts in the environment are added to them: see <see cref="VonageClientOptions.AddHostsFromEnvironment"/>.</param>
    /// <exception cref="InvalidCredentialsException">The variables contain no credentials or incomplete credentials. The message names the missing variables.</exception>
    public static VonageClient FromEnvironment(VonageClientOptions? options = null)
    {
        options ??= new VonageClientOptions();
        options.AddHostsFromEnvironment();
        return new VonageClient(VonageCredentials.FromEnvironment(), options);
    }
}
