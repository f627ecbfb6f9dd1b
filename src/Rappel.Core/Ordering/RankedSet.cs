using System.Diagnostics.CodeAnalysis;

namespace Rappel.Core.Ordering;

/// <summary>
/// An ordered set that also knows how many stand before an item. Add, remove, first and rank cost O(log n) expected;
/// <see cref="SortedSet{T}"/> would count by walking, which a position spoken to every waiting caller cannot afford.
/// A treap whose priorities come from a counter, so that a replay builds the same tree.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "It is a set; the suffix Collection says less.")]
public sealed class RankedSet<T>(IComparer<T> order) : IEnumerable<T>
    where T : class
{
    private sealed class Node(T item, ulong priority)
    {
        public readonly T Item = item;
        public readonly ulong Priority = priority;
        public Node? Left;
        public Node? Right;
        public int Count = 1;
    }

    private Node? root;
    private ulong counter;

    public int Count => CountOf(root);

    /// <summary>The first in order; null when empty.</summary>
    public T? First
    {
        get
        {
            var node = root;
            while (node?.Left is { } left)
            {
                node = left;
            }

            return node?.Item;
        }
    }

    /// <summary>False when an equal item is there already.</summary>
    public bool Add(T item)
    {
        var before = Count;
        root = Insert(root, item);
        return Count > before;
    }

    /// <summary>False when no equal item is there.</summary>
    public bool Remove(T item)
    {
        var before = Count;
        root = Delete(root, item);
        return Count < before;
    }

    /// <summary>How many items stand before this one, which need not be in the set itself.</summary>
    public int CountBefore(T item)
    {
        var before = 0;
        var node = root;
        while (node is not null)
        {
            if (order.Compare(node.Item, item) < 0)
            {
                before += CountOf(node.Left) + 1;
                node = node.Right;
            }
            else
            {
                node = node.Left;
            }
        }

        return before;
    }

    /// <summary>In order. The set must not change meanwhile.</summary>
    public IEnumerator<T> GetEnumerator()
    {
        var path = new Stack<Node>();
        for (var node = root; node is not null || path.Count > 0; node = node.Right)
        {
            for (; node is not null; node = node.Left)
            {
                path.Push(node);
            }

            node = path.Pop();
            yield return node.Item;
        }
    }

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    private static int CountOf(Node? node) => node?.Count ?? 0;

    private static Node Counted(Node node)
    {
        node.Count = CountOf(node.Left) + CountOf(node.Right) + 1;
        return node;
    }

    private Node Insert(Node? node, T item)
    {
        if (node is null)
        {
            return new Node(item, NextPriority());
        }

        var side = order.Compare(item, node.Item);
        if (side < 0)
        {
            node.Left = Insert(node.Left, item);
            return node.Left.Priority > node.Priority ? RotateRight(node) : Counted(node);
        }

        if (side > 0)
        {
            node.Right = Insert(node.Right, item);
            return node.Right.Priority > node.Priority ? RotateLeft(node) : Counted(node);
        }

        return node;
    }

    private Node? Delete(Node? node, T item)
    {
        if (node is null)
        {
            return null;
        }

        var side = order.Compare(item, node.Item);
        if (side == 0)
        {
            return Join(node.Left, node.Right);
        }

        if (side < 0)
        {
            node.Left = Delete(node.Left, item);
        }
        else
        {
            node.Right = Delete(node.Right, item);
        }

        return Counted(node);
    }

    /// <summary>Everything of <paramref name="left"/> stands before everything of <paramref name="right"/>.</summary>
    private static Node? Join(Node? left, Node? right)
    {
        if (left is null || right is null)
        {
            return left ?? right;
        }

        if (left.Priority > right.Priority)
        {
            left.Right = Join(left.Right, right);
            return Counted(left);
        }

        right.Left = Join(left, right.Left);
        return Counted(right);
    }

    private static Node RotateRight(Node node)
    {
        var top = node.Left!;
        node.Left = top.Right;
        top.Right = Counted(node);
        return Counted(top);
    }

    private static Node RotateLeft(Node node)
    {
        var top = node.Right!;
        node.Right = top.Left;
        top.Left = Counted(node);
        return Counted(top);
    }

    /// <summary>SplitMix64: spreads the counter evenly, which is all that balance needs.</summary>
    private ulong NextPriority()
    {
        var z = counter += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
