using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Utcp.Sse;

namespace Utcp;

/// <summary>Other views of the streams that generated methods return.</summary>
public static class UtcpStreamExtensions
{
    /// <summary>
    /// The items of a stream with what server-sent events say beside their data: type, id and <c>retry</c>. Give it what a generated method returns; of items that are no events
    /// (lines of JSON, streams of fakes) the type is <c>message</c> and the rest null. Costs one state machine more per item.
    /// Where a stream is wrapped by other code, <see cref="UtcpResponseCapture.EventId"/> serves instead.
    /// </summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="stream">The stream. It is opened when the enumeration begins.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public static async IAsyncEnumerable<SseItem<T>> AsSseItems<T>(this IAsyncEnumerable<T> stream, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var items = stream.GetAsyncEnumerator(cancellationToken);
        await using (items.ConfigureAwait(false))
        {
            var details = items as IEventDetails;
            while (await items.MoveNextAsync().ConfigureAwait(false))
            {
                yield return new(items.Current, details?.EventType) { EventId = details?.EventId, ReconnectionInterval = details?.ReconnectionInterval };
            }
        }
    }
}
