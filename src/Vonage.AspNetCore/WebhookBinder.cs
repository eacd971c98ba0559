using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Vonage.AspNetCore;

/// <summary>Binds the event of a verified webhook in MVC. Use it through <see cref="FromVonageWebhookAttribute"/>.</summary>
public sealed class WebhookBinder : IModelBinder
{
    internal const string Unreadable = "Vonage.AspNetCore.Unreadable";

    private static readonly MethodInfo ReadMethod = typeof(WebhookBinder).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <inheritdoc/>
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        var context = bindingContext.HttpContext;
        var received = await WebhookReceiver.ReceiveAsync(context).ConfigureAwait(false);
        if (received.Refusal is not null)
            throw new InvalidOperationException("The webhook was not verified. Add [VonageWebhook] to the action, which rejects unverified webhooks.");
        if (ReadMethod.MakeGenericMethod(bindingContext.ModelType).Invoke(null, [context, received]) is { } webhook)
        {
            bindingContext.ValidationState[webhook] = new ValidationStateEntry { SuppressValidation = true };
            bindingContext.Result = ModelBindingResult.Success(webhook);
            return;
        }

        context.Items[Unreadable] = true;
        bindingContext.ModelState.AddModelError("", "The webhook cannot be read.");
        bindingContext.Result = ModelBindingResult.Failed();
    }

    private static TEvent? Read<TEvent>(HttpContext context, ReceivedWebhook received)
        where TEvent : class => WebhookReceiver.Read<TEvent>(context, received);
}
