namespace Utcp.WebSockets;

/// <summary>Messages that were read and wait for somebody to take them. One reader at a time.</summary>
internal interface IMessageSource<T>
{
    /// <summary>Takes the next item.</summary>
    /// <returns>True: there is one. False: nothing will come, and <see cref="ThrowIfFailed"/> says why. Null: wait.</returns>
    bool? TryTake(out T item);

    /// <summary>Waits until <see cref="TryTake"/> has news.</summary>
    ValueTask<bool> WaitAsync();

    /// <summary>Throws what ended the messages, if it was a failure.</summary>
    void ThrowIfFailed();
}
