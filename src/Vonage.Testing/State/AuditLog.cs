using System.Globalization;
using System.Text.Json.Nodes;

namespace Vonage.Testing.State;

/// <summary>The audit log, oldest event first. Access requires the gate.</summary>
internal sealed class AuditLog(SharedState shared)
{
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss";

    /// <summary>The types of events with their descriptions.</summary>
    public static IReadOnlyDictionary<string, string> Types { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["USER_STATUS"] = "Status of a user changed.",
        ["USER_UPDATE"] = "User updated.",
        ["USER_BILLING_UPDATE"] = "Billing details updated.",
        ["USER_CREATE"] = "User created.",
        ["USER_LOGIN"] = "User signed in.",
        ["USER_LOGOUT"] = "User signed out.",
        ["USER_PRODUCT_SEARCH"] = "Products searched.",
        ["USER_API_KEYS_UPDATE"] = "API keys of a user updated.",
        ["ACCOUNT_SECRET_DELETE"] = "API secret deleted.",
        ["ACCOUNT_SECRET_CREATE"] = "API secret created.",
        ["ACCOUNT_UPDATE_SPAMMER"] = "Account marked for spam.",
        ["ACCOUNT_UPDATE_SETTINGS_API"] = "API settings updated.",
        ["NUMBER_ASSIGN"] = "Number assigned.",
        ["NUMBER_UPDATED"] = "Number updated.",
        ["NUMBER_RELEASE"] = "Number released.",
        ["NUMBER_LINKED"] = "Number linked to an application.",
        ["NUMBER_UNLINKED"] = "Number unlinked from an application.",
        ["APP_CREATE"] = "Application created.",
        ["APP_UPDATE"] = "Application updated.",
        ["APP_DELETE"] = "Application deleted.",
        ["APP_DISABLE"] = "Application disabled.",
        ["APP_ENABLE"] = "Application enabled.",
        ["IP_WHITELIST_CREATE"] = "Permitted IP address added.",
        ["IP_WHITELIST_DELETE"] = "Permitted IP address removed.",
        ["AUTORELOAD_ENABLE"] = "Automatic top-up enabled.",
        ["AUTORELOAD_UPDATE"] = "Automatic top-up updated.",
        ["AUTORELOAD_DISABLE"] = "Automatic top-up disabled.",
    };

    public ResourceList Events { get; } = new("id");

    /// <summary>Adds an event.</summary>
    /// <param name="type">The type.</param>
    /// <param name="context">What was changed.</param>
    /// <returns>The ID of the event.</returns>
    public string Add(string type, JsonObject context)
    {
        var id = Guid.NewGuid().ToString();
        Events.Add(new JsonObject
        {
            ["id"] = id,
            ["event_type"] = type,
            ["event_type_description"] = Types.GetValueOrDefault(type, type),
            ["created_at"] = shared.Now.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture),
            ["user_email"] = "user@example.org",
            ["user_id"] = 1234567,
            ["account_id"] = shared.Account.ApiKey,
            ["source"] = "DEVAPI",
            ["source_ip"] = "192.0.2.0",
            ["source_description"] = "Developer API",
            ["source_country"] = "GB",
            ["context"] = context,
            ["_links"] = new JsonObject { ["self"] = new JsonObject { ["href"] = $"/beta/audit/events/{id}" } },
        });
        return id;
    }
}
