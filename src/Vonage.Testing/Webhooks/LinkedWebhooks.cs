using System.Text.Json;
using System.Text.Json.Nodes;
using Vonage.Testing.State;

namespace Vonage.Testing.Webhooks;

/// <summary>
/// The webhook URLs that were set through the APIs: in the settings of the account, of a number, and in the capabilities of an application. They are
/// used if no property of <see cref="SimulatedWebhooks"/> is set.
/// </summary>
internal sealed class LinkedWebhooks(SharedState shared)
{
    public Uri? InboundSms(string number) => Hook.Local(Setting(number, "moHttpUrl")) ?? Hook.Local(shared.AccountSettings.GetValueOrDefault("mo-callback-url"));

    public Uri? SmsStatus => Hook.Local(shared.AccountSettings.GetValueOrDefault("dr-callback-url"));

    /// <summary>Gets a webhook of the application to which a number is linked.</summary>
    public Hook? OfNumber(string number, string capability, string webhook, HttpMethod usual) =>
        OfApplication(Setting(number, "app_id") ?? Linked(number, capability), capability, webhook, usual);

    /// <summary>Gets a webhook of an application.</summary>
    public Hook? OfApplication(string? application, string capability, string webhook, HttpMethod usual)
    {
        lock (shared.Gate)
        {
            return application is not null && shared.Applications.All.Find(application)?["capabilities"]?[capability]?["webhooks"]?[webhook] is JsonObject set && set["active"]?.GetValueKind() != JsonValueKind.False
                ? Hook.Named(set["address"], set["http_method"], usual, null)
                : null;
        }
    }

    private string? Linked(string number, string capability)
    {
        var prefix = capability == "voice" ? "voice" : "messages";
        return Setting(number, prefix + "CallbackType") == "app" ? Setting(number, prefix + "CallbackValue") : null;
    }

    private string? Setting(string number, string name) => shared.NumberSettings.TryGetValue(number, out var settings) ? settings.GetValueOrDefault(name) : null;
}
