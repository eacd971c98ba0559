using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Vonage.AspNetCore;

/// <summary>On a parameter of an MVC action that has <see cref="VonageWebhookAttribute"/>: the webhook's event.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FromVonageWebhookAttribute : ModelBinderAttribute<WebhookBinder>
{
    /// <inheritdoc/>
    public override BindingSource? BindingSource => BindingSource.Special;
}
