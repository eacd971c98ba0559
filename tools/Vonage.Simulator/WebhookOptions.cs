using System.CommandLine;
using System.CommandLine.Parsing;
using Vonage.Testing;

namespace Vonage.Simulator;

/// <summary>The options for webhooks. Each has the name of the property of <see cref="SimulatedWebhooks"/> that it sets.</summary>
internal sealed class WebhookOptions
{
    private readonly List<(Option Option, Action<ParseResult, SimulatedWebhooks> Apply)> _options = [];

    public WebhookOptions()
    {
        AddUrl("--inbound-sms", "The URL for inbound SMS.", (webhooks, url) => webhooks.InboundSms = url);
        AddUrl("--sms-status", "The URL for delivery receipts, unless an SMS specifies a callback.", (webhooks, url) => webhooks.SmsStatus = url);
        AddChoice("--sms-form", "The format of the SMS API's webhooks.", (webhooks, form) => webhooks.SmsForm = form,
            ("query", SmsWebhookFormat.Query), ("form", SmsWebhookFormat.Form), ("json", SmsWebhookFormat.Json));
        AddChoice("--signature-method", "The signature method of the SMS API's webhooks.", (webhooks, method) => webhooks.SignatureMethod = method,
            ("md5hash", SignatureMethod.Md5Hash), ("md5", SignatureMethod.HmacMd5), ("sha1", SignatureMethod.HmacSha1), ("sha256", SignatureMethod.HmacSha256), ("sha512", SignatureMethod.HmacSha512));
        AddUrl("--inbound-message", "The URL for inbound messages (Messages API).", (webhooks, url) => webhooks.InboundMessage = url);
        AddUrl("--message-status", "The URL for message statuses (Messages API), unless a message specifies a webhook_url.", (webhooks, url) => webhooks.MessageStatus = url);
        AddUrl("--answer", "The answer URL for inbound calls.", (webhooks, url) => webhooks.Answer = url);
        AddMethod("--answer-method", "The method for the answer URL.", (webhooks, method) => webhooks.AnswerMethod = method);
        AddUrl("--fallback-answer", "The URL that is requested if an answer URL fails.", (webhooks, url) => webhooks.FallbackAnswer = url);
        AddMethod("--fallback-answer-method", "The method for the fallback URL.", (webhooks, method) => webhooks.FallbackAnswerMethod = method);
        AddUrl("--call-event", "The URL for call events, unless a call specifies an event_url.", (webhooks, url) => webhooks.CallEvent = url);
        AddMethod("--call-event-method", "The method for call events.", (webhooks, method) => webhooks.CallEventMethod = method);
        AddUrl("--verification-event", "The URL for verification events.", (webhooks, url) => webhooks.VerificationEvent = url);
        AddUrl("--rtc-event", "The URL for events of conversations.", (webhooks, url) => webhooks.RtcEvent = url);
        AddUrl("--video-event", "The URL for events of video sessions, archives and broadcasts.", (webhooks, url) => webhooks.VideoEvent = url);
        AddUrl("--captions-status", "The URL for status changes of live captions, unless they specify a statusCallbackUrl.", (webhooks, url) => webhooks.CaptionsStatus = url);
        AddUrl("--experience-composer-status", "The URL for status changes of Experience Composers, unless they specify a statusCallbackUrl.", (webhooks, url) => webhooks.ExperienceComposerStatus = url);
        AddUrl("--dispatch-status", "The URL for statuses of the messages of a workflow (Dispatch).", (webhooks, url) => webhooks.DispatchStatus = url);
        AddUrl("--dispatch-report", "The URL for the final reports of workflows (Dispatch).", (webhooks, url) => webhooks.DispatchReport = url);
    }

    public IEnumerable<Option> All => _options.Select(each => each.Option);

    /// <summary>Applies the options that are specified. Other settings are unchanged.</summary>
    public void Apply(ParseResult arguments, SimulatedWebhooks webhooks)
    {
        foreach (var (option, apply) in _options)
        {
            if (arguments.GetResult(option) is not null)
                apply(arguments, webhooks);
        }
    }

    private void AddUrl(string name, string description, Action<SimulatedWebhooks, Uri> set) =>
        Add(new Option<Uri>(name) { Description = description, HelpName = "url", CustomParser = ParseUrl }, set);

    private void AddMethod(string name, string description, Action<SimulatedWebhooks, HttpMethod> set) =>
        AddChoice(name, description, set, ("GET", HttpMethod.Get), ("POST", HttpMethod.Post));

    private void AddChoice<T>(string name, string description, Action<SimulatedWebhooks, T> set, params (string Word, T Value)[] choices)
        where T : notnull
    {
        var words = choices.ToDictionary(choice => choice.Word, choice => choice.Value, StringComparer.OrdinalIgnoreCase);
        Add(new Option<T>(name)
        {
            Description = $"{description} One of {string.Join(", ", words.Keys)}.",
            HelpName = "word",
            CustomParser = argument => Parse(argument, words),
        }, set);
    }

    private void Add<T>(Option<T> option, Action<SimulatedWebhooks, T> set) =>
        _options.Add((option, (arguments, webhooks) => set(webhooks, arguments.GetRequiredValue(option))));

    private static T? Parse<T>(ArgumentResult argument, Dictionary<string, T> words)
    {
        if (words.TryGetValue(argument.Tokens[0].Value, out var choice))
            return choice;
        argument.AddError($"{Name(argument)} must be one of {string.Join(", ", words.Keys)}.");
        return default;
    }

    private static Uri? ParseUrl(ArgumentResult argument)
    {
        if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            return url;
        argument.AddError($"{Name(argument)} must be an absolute http or https URL.");
        return null;
    }

    private static string Name(ArgumentResult argument) => ((OptionResult)argument.Parent!).Option.Name;
}
