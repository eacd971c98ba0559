using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Vonage.AspNetCore;

/// <summary>Binds a parameter to the event of the webhook, in an MVC action with <see cref="VonageWebhookAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
[RequiresUnreferencedCode(WebhookBinder.NeedsMvc)]
[RequiresDynamicCode(WebhookBinder.NeedsMvc)]
public sealed class FromVonageWebhookAttribute : ModelBinderAttribute
{
    /// <summary>Initializes a new instance of the class.</summary>
    public FromVonageWebhookAttribute()
        : base(typeof(WebhookBinder))
    {
    }

    /// <inheritdoc/>
    public override BindingSource? BindingSource => BindingSource.Special;
}
