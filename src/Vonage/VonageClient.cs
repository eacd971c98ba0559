using Vonage.Account;
using Vonage.Applications;
using Vonage.Conversations;
using Vonage.Core;
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
    private INumbersClient? _numbers;
    private IPricingClient? _pricing;
    private IApplicationsClient? _applications;
    private IUsersClient? _users;
    private IReportsClient? _reports;
    private ISubaccountsClient? _subaccounts;
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
    public virtual INumbersClient Numbers => _numbers ??= new NumbersClient(_apiClient);

    /// <inheritdoc/>
    public virtual IPricingClient Pricing => _pricing ??= new PricingClient(_apiClient);

    /// <inheritdoc/>
    public virtual IApplicationsClient Applications => _applications ??= new ApplicationsClient(_apiClient);

    /// <inheritdoc/>
    public virtual IUsersClient Users => _users ??= new UsersClient(_apiClient);

    /// <inheritdoc/>
    public virtual IReportsClient Reports => _reports ??= new ReportsClient(_apiClient);

    /// <inheritdoc/>
    public virtual ISubaccountsClient Subaccounts => _subaccounts ??= new SubaccountsClient(_apiClient);

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
