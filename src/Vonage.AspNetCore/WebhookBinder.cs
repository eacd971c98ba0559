using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Vonage.AspNetCore;

/// <summary>Binds the event of a verified webhook in MVC. Use it through <see cref="FromVonageWebhookAttribute"/>.</summary>
[RequiresUnreferencedCode(NeedsMvc)]
[RequiresDynamicCode(NeedsMvc)]
public sealed class WebhookBinder : IModelBinder
{
    internal const string NeedsMvc = "MVC does not support trimming or native compilation. Use MapVonageWebhook, or VonageWebhook<TEvent> as a parameter of a minimal API handler.";

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
        if (!bindingContext.ModelType.IsAssignableTo(typeof(IJsonReadable)))
            throw new InvalidOperationException($"[FromVonageWebhook] requires a generated event such as CallEvent, not {bindingContext.ModelType.Name}.");
        if (ReadMethod.MakeGenericMethod(bindingContext.ModelType).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [context, received], null) is { } webhook)
        {
            bindingContext.ValidationState[webhook] = new ValidationStateEntry { SuppressValidation = true };
            bindingContext.Result = ModelBindingResult.Success(webhook);
            return;
        }

        context.Items[Unreadable] = true;
        bindingContext.ModelState.AddModelError("", "The webhook cannot be read.");
        bindingContext.Result = ModelBindingResult.Failed();
    }

    private static TEvent? Read<[DynamicallyAccessedMembers(WebhookReceiver.EventMembers)] TEvent>(HttpContext context, ReceivedWebhook received)
        where TEvent : class, IJsonReadable => WebhookReceiver.Read<TEvent>(context, received);
}
