using System.CommandLine;
using System.CommandLine.Parsing;
using Vonage.Testing;

namespace Vonage.Simulator;

/// <summary>The options that say where webhooks go, and how: each is called as the property of <see cref="SimulatedWebhooks"/> that it sets.</summary>
internal sealed class WebhookOptions
{
    private readonly List<(Option Option, Action<ParseResult, SimulatedWebhooks> Apply)> _options = [];

    public WebhookOptions()
    {
        AddUrl("--inbound-sms", "Where SMS go that come in.", (webhooks, url) => webhooks.InboundSms = url);
        AddUrl("--sms-status", "Where delivery receipts go, unless an SMS names a callback.", (webhooks, url) => webhooks.SmsStatus = url);
        AddChoice("--sms-form", "How the SMS API's webhooks are sent.", (webhooks, form) => webhooks.SmsForm = form,
            ("query", SmsWebhookForm.Query), ("form", SmsWebhookForm.Form), ("json", SmsWebhookForm.Json));
        AddChoice("--signature-method", "How the SMS API's webhooks are signed.", (webhooks, method) => webhooks.SignatureMethod = method,
            ("md5hash", SignatureMethod.Md5Hash), ("md5", SignatureMethod.HmacMd5), ("sha1", SignatureMethod.HmacSha1), ("sha256", SignatureMethod.HmacSha256), ("sha512", SignatureMethod.HmacSha512));
        AddUrl("--inbound-message", "Where messages go that come in by the Messages API.", (webhooks, url) => webhooks.InboundMessage = url);
        AddUrl("--message-status", "Where the Messages API's statuses go, unless a message names a webhook_url.", (webhooks, url) => webhooks.MessageStatus = url);
        AddUrl("--answer", "What is asked when somebody calls.", (webhooks, url) => webhooks.Answer = url);
        AddMethod("--answer-method", "How it is asked.", (webhooks, method) => webhooks.AnswerMethod = method);
        AddUrl("--fallback-answer", "What is asked where an answer URL fails.", (webhooks, url) => webhooks.FallbackAnswer = url);
        AddMethod("--fallback-answer-method", "How it is asked.", (webhooks, method) => webhooks.FallbackAnswerMethod = method);
        AddUrl("--call-event", "Where call events go, unless a call names an event_url.", (webhooks, url) => webhooks.CallEvent = url);
        AddMethod("--call-event-method", "How it is told.", (webhooks, method) => webhooks.CallEventMethod = method);
        AddUrl("--verification-event", "Where Verify tells how its verifications get on.", (webhooks, url) => webhooks.VerificationEvent = url);
    }

    public IEnumerable<Option> All => _options.Select(each => each.Option);

    /// <summary>Sets what the arguments say. What they do not name stays as it is.</summary>
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
        argument.AddError($"{Name(argument)} takes one of {string.Join(", ", words.Keys)}.");
        return default;
    }

    private static Uri? ParseUrl(ArgumentResult argument)
    {
        if (Uri.TryCreate(argument.Tokens[0].Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            return url;
        argument.AddError($"{Name(argument)} takes an absolute http or https URL.");
        return null;
    }

    private static string Name(ArgumentResult argument) => ((OptionResult)argument.Parent!).Option.Name;
}
